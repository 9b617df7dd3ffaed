import type { PersonActor } from '@mash/authorisation';
import { ConfirmDestruction } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { ConfirmDestructionHandler } from './confirm-destruction.handler';

class ConfirmDestructionBody extends createZodDto(ConfirmDestruction) {}

@Controller('recall-notices')
export class ConfirmDestructionController {
  constructor(private readonly handler: ConfirmDestructionHandler) {}

  @Post(':noticeId/confirm')
  @HttpCode(204)
  confirm(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('noticeId') noticeId: string,
    @Body() body: ConfirmDestructionBody,
  ): Promise<void> {
    return this.handler.execute(actor, noticeId, body);
  }
}
