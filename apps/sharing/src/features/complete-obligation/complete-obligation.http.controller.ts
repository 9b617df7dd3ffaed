import type { PersonActor } from '@mash/authorisation';
import { CompleteObligation } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { CompleteObligationHandler } from './complete-obligation.handler';

class CompleteObligationBody extends createZodDto(CompleteObligation) {}

@Controller('obligations/:obligationId/complete')
export class CompleteObligationController {
  constructor(private readonly handler: CompleteObligationHandler) {}

  @Post()
  @HttpCode(204)
  complete(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('obligationId') obligationId: string,
    @Body() body: CompleteObligationBody,
  ): Promise<void> {
    return this.handler.execute(actor, obligationId, body);
  }
}
