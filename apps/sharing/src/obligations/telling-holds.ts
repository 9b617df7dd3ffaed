import type { Tx } from '@mash/persistence';
import { UnitOfWork } from '@mash/persistence';
import { PassingFailure } from '@mash/messaging';
import { Clock, PassingServiceFailure } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { AcceptedAnswers } from '../answers/accepted-answers';
import { isAlertHeld, isUnsafeToTell } from '../domain/holder/what-stands';
import { holdsTelling } from '../domain/obligations/holds-telling';
import { obligationDue } from '../domain/task-due';
import { HolderStatements } from '../holder/holder-statements';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { EnvelopeOpener } from '../releases/envelope-opener';
import { ObligationRepository } from './obligation.repository';
import { TellingHoldRepository } from './telling-hold.repository';

interface PackRef {
  readonly id: string;
  readonly version: string;
}

/**
 * Whether telling the parent is on hold: an answer says that it would be unsafe, or that nobody may be alerted. Worked out from the answers
 * themselves; that it holds is kept, and nothing of why.
 */
@Injectable()
export class TellingHolds {
  constructor(
    private readonly answers: AcceptedAnswers,
    private readonly opener: EnvelopeOpener,
    private readonly statements: HolderStatements,
    private readonly holds: TellingHoldRepository,
    private readonly obligations: ObligationRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Looks again. Where the hold is gone the clock of telling begins. @throws PassingServiceFailure where the answers cannot be had */
  async look(enquiry: EnquiryRow, pack: PackRef): Promise<boolean> {
    const { enquiryId } = enquiry;
    const [opened, statements] = await Promise.all([
      this.opener.openAll(await this.answers.of(enquiryId), enquiry),
      this.statements.of(enquiry),
    ]);
    const isHeld = opened.some(
      (one) =>
        one.kind === 'answer' &&
        holdsTelling(one.facts, ({ itemId, flags }) => {
          const item = { itemId, flags, agencyId: one.ids.agencyId };
          return isAlertHeld(statements, item) || isUnsafeToTell(statements, item);
        }),
    );
    if (isHeld === (await this.holds.stands(enquiryId))) return isHeld;
    await this.unitOfWork.run((tx) => (isHeld ? this.hold(tx, enquiryId) : this.lift(tx, enquiryId, pack)));
    return isHeld;
  }

  /** The same; as it last was, where the answers cannot be had: nobody tells by mistake, and the next look finds out. */
  async lookIfItCanBeHad(enquiry: EnquiryRow, pack: PackRef): Promise<boolean> {
    try {
      return await this.look(enquiry, pack);
    } catch (error) {
      if (error instanceof PassingServiceFailure || error instanceof PassingFailure)
        return this.holds.stands(enquiry.enquiryId);
      throw error;
    }
  }

  /** An answer that holds telling has come. */
  hold(tx: Tx, enquiryId: string): Promise<void> {
    return this.holds.hold(tx, enquiryId, this.clock.now());
  }

  private async lift(tx: Tx, enquiryId: string, { id, version }: PackRef): Promise<void> {
    const at = this.clock.now();
    await this.holds.lift(tx, enquiryId, at);
    const dueAt = obligationDue('INFORM_PARENT', loadPack(id, version), { at, reviewDueAt: at });
    await this.obligations.startAgain(tx, enquiryId, 'INFORM_PARENT', dueAt);
  }
}
