import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { VersionParam } from '../../agreements/version-param';
import { ProposeAgreementHandler } from './propose-agreement.handler';

@Controller('agreements/:agreementId/versions/:version/propose')
export class ProposeAgreementController {
  constructor(private readonly handler: ProposeAgreementHandler) {}

  @Post()
  @HttpCode(204)
  propose(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('agreementId') agreementId: string,
    @VersionParam() version: number,
  ): Promise<void> {
    return this.handler.execute(actor, agreementId, version);
  }
}
