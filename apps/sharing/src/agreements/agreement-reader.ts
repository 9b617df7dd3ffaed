import type { PersonActor } from '@mash/authorisation';
import { Injectable } from '@nestjs/common';
import type { AgreementVersion } from '../domain/agreements/agreement-version';
import type { AgreementsOfPartnership } from '../domain/agreements/agreements-of-partnership';
import { AgreementDesk } from './agreement-desk';
import { AgreementShelf } from './agreement-shelf';

/** Finds one version for somebody who may read it. */
@Injectable()
export class AgreementReader {
  constructor(
    private readonly shelf: AgreementShelf,
    private readonly desk: AgreementDesk,
  ) {}

  /** @throws 404 where there is none that they may know of (audited) */
  async find(
    actor: PersonActor,
    agreementId: string,
    version: number,
  ): Promise<{ found: AgreementVersion; all: AgreementsOfPartnership }> {
    const all = await this.shelf.of(actor.partnershipId);
    const found = all.find(agreementId, version);
    await this.desk.demand(actor, 'read', found && all.subjectOf(found));
    if (found === undefined) throw new Error('Demanded, and not there');
    return { found, all };
  }
}
