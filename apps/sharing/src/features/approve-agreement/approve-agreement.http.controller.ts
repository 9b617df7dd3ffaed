import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { VersionParam } from '../../agreements/version-param';
import { ApproveAgreementHandler } from './approve-agreement.handler';

@Controller('agreements/:agreementId/versions/:version/approve')
export class ApproveAgreementController {
  constructor(private readonly handler: ApproveAgreementHandler) {}

  /** For the caller's own body, whichever party that is. */
  @Post()
  @HttpCode(204)
  approve(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('agreementId') agreementId: string,
    @VersionParam() version: number,
  ): Promise<void> {
    return this.handler.execute(actor, agreementId, version);
  }
}
