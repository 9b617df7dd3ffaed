import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { VersionParam } from '../../agreements/version-param';
import { PutAgreementInForceHandler } from './put-agreement-in-force.handler';

@Controller('agreements/:agreementId/versions/:version/put-in-force')
export class PutAgreementInForceController {
  constructor(private readonly handler: PutAgreementInForceHandler) {}

  @Post()
  @HttpCode(204)
  putInForce(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('agreementId') agreementId: string,
    @VersionParam() version: number,
  ): Promise<void> {
    return this.handler.execute(actor, agreementId, version);
  }
}
