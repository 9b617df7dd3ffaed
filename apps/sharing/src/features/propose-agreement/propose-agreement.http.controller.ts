import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { DraftRead } from '../../agreements/draft-read';
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
    @Query() { read }: DraftRead,
  ): Promise<void> {
    return this.handler.execute(actor, agreementId, version, read);
  }
}
