import type { PersonActor } from '@mash/authorisation';
import { CloseRecall } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { CloseRecallHandler } from './close-recall.handler';

class CloseRecallBody extends createZodDto(CloseRecall) {}

@Controller('recalls')
export class CloseRecallController {
  constructor(private readonly handler: CloseRecallHandler) {}

  @Post(':recallId/close')
  @HttpCode(204)
  close(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('recallId') recallId: string,
    @Body() body: CloseRecallBody,
  ): Promise<void> {
    return this.handler.execute(actor, recallId, body);
  }
}
