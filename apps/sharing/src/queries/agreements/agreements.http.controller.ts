import { can, type PersonActor } from '@mash/authorisation';
import { AgreementDetail, Agreements } from '@mash/contracts';
import { Clock, CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AgreementReader } from '../../agreements/agreement-reader';
import { AgreementShelf } from '../../agreements/agreement-shelf';
import { VersionParam } from '../../agreements/version-param';
import { agreementDetail, agreementView } from './agreement-view';

class AgreementsBody extends createZodDto(Agreements) {}
class AgreementDetailBody extends createZodDto(AgreementDetail) {}

@Controller('agreements')
export class AgreementsController {
  constructor(
    private readonly shelf: AgreementShelf,
    private readonly reader: AgreementReader,
    private readonly clock: Clock,
  ) {}

  /** May we share today? Every version of the actor's partnership that they may read. */
  @Get()
  @ZodResponse({ type: AgreementsBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const all = await this.shelf.of(actor.partnershipId);
    const readable = all.versions.filter((version) => can(actor, 'read', all.subjectOf(version)));
    return { agreements: readable.map((version) => agreementView(actor, version, all, this.clock.now())) };
  }

  @Get(':agreementId/versions/:version')
  @ZodResponse({ type: AgreementDetailBody })
  async one(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('agreementId') agreementId: string,
    @VersionParam() version: number,
  ) {
    const { found, all } = await this.reader.find(actor, agreementId, version);
    return agreementDetail(actor, found, all, this.clock.now());
  }
}
