import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { StopAgreementHandler } from './stop-agreement.handler';

@Controller('agreements/:agreementId/stop')
export class StopAgreementController {
  constructor(private readonly handler: StopAgreementHandler) {}

  @Post()
  @HttpCode(204)
  stop(@CurrentPerson() actor: PersonActor, @UuidParam('agreementId') agreementId: string): Promise<void> {
    return this.handler.execute(actor, agreementId);
  }
}
