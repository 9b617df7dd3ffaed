import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementsOfPartnership } from '../domain/agreements/agreements-of-partnership';
import { londonDayOf } from '../domain/agreements/london-day-of';
import { AgencyRepository } from '../register/agency.repository';
import { SignatoryRepository } from '../register/signatory.repository';
import { AgreementDraftRepository } from './agreement-draft.repository';
import { AgreementStepRepository } from './agreement-step.repository';
import { AgreementRepository } from './agreement.repository';

/** Loads all agreements of a partnership, and keeps changes to them one behind the other. */
@Injectable()
export class AgreementShelf {
  constructor(
    private readonly dataSource: DataSource,
    private readonly agreements: AgreementRepository,
    private readonly drafts: AgreementDraftRepository,
    private readonly steps: AgreementStepRepository,
    private readonly agencies: AgencyRepository,
    private readonly signatories: SignatoryRepository,
    private readonly clock: Clock,
  ) {}

  /** @param tx with the lock: nobody changes them between one read and the next. Without one all of it is read as it was at one moment. */
  of(partnershipId: string, tx?: Tx): Promise<AgreementsOfPartnership> {
    if (tx !== undefined) return this.read(partnershipId, tx);
    return this.dataSource.transaction('REPEATABLE READ', (snapshot) => this.read(partnershipId, snapshot));
  }

  private async read(partnershipId: string, tx: Tx): Promise<AgreementsOfPartnership> {
    // One after the other: a transaction has one connection.
    const kept = await this.agreements.all(partnershipId, tx);
    const drafts = await this.drafts.all(partnershipId, tx);
    return new AgreementsOfPartnership({
      partnershipId,
      versions: [...drafts, ...kept],
      steps: await this.steps.all(partnershipId, tx),
      bodies: await this.agencies.all(partnershipId, tx),
      signatories: await this.signatories.all(partnershipId, tx),
      today: londonDayOf(this.clock.now()),
    });
  }

  /** Until `tx` ends nobody else changes an agreement of this partnership, or its register of bodies and signatories. */
  async lock(tx: Tx, partnershipId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 41))', [`agreements ${partnershipId}`]);
  }
}
