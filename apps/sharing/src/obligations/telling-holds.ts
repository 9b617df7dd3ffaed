import { UnitOfWork, type Tx } from '@mash/persistence';
import { PassingFailure } from '@mash/messaging';
import { Clock, PassingServiceFailure } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AcceptedAnswers } from '../answers/accepted-answers';
import { CheckedAnswerRepository } from '../answers/checked-answer.repository';
import { stillUnread, unreadOf } from '../answers/unread-answers';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { packOf } from '../asking/sharing-desk';
import type { HolderStatement } from '../domain/holder/holder-statement';
import { isAlertHeld, isUnsafeToTell } from '../domain/holder/what-stands';
import { holdsTelling } from '../domain/obligations/holds-telling';
import {
  heldOf,
  objectingToParents,
  tellingNow,
  type AgainstTelling,
  type TellingNow,
} from '../domain/obligations/telling-now';
import { obligationDue } from '../domain/task-due';
import { HolderStatements } from '../holder/holder-statements';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { EnvelopeOpener, type Opened } from '../releases/envelope-opener';
import { KeptFromFamily } from './kept-from-family';
import { ObligationRepository } from './obligation.repository';
import { TellingAsked, type AlertHeld, type ToAskOf } from './telling-asked';
import { TellingHoldRepository } from './telling-hold.repository';

/**
 * Whether telling the parent is on hold: an answer says that it would be unsafe, or that nobody may be alerted; a manager has decided that it is
 * not safe; or the child, who is 13 or over, objects. Worked out from what their owners say; that it holds is kept, and nothing of why.
 */
@Injectable()
export class TellingHolds {
  constructor(
    private readonly checked: CheckedAnswerRepository,
    private readonly answers: AcceptedAnswers,
    private readonly opener: EnvelopeOpener,
    private readonly statements: HolderStatements,
    private readonly kept: KeptFromFamily,
    private readonly holds: TellingHoldRepository,
    private readonly obligations: ObligationRepository,
    private readonly asked: TellingAsked,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Looks again. Where a hold is gone the clock of telling begins. @throws PassingServiceFailure where answers or concern cannot be had */
  async look(enquiry: EnquiryRow, facts: EnquiryFacts): Promise<TellingNow> {
    const mark = await this.holds.saidSoFar(enquiry.enquiryId);
    const against = await this.against(enquiry, facts);
    const [now, then] = [heldOf(against), await this.holds.of(enquiry.enquiryId)];
    // Telling is on hold from the moment of the answer on: what that asks of its holder is asked with the facts, when somebody looks.
    if (against.alerts.length > 0) await this.unitOfWork.run((tx) => this.asked.ask(tx, facts, against));
    const isNews = now.length !== then.length || now.some((personId) => !then.includes(personId));
    if (isNews) await this.unitOfWork.run((tx) => this.note(tx, facts, now, mark));
    return tellingNow(against);
  }

  /** The same; as it last was, where something cannot be had: nobody tells by mistake, and the next look finds out. */
  async lookIfItCanBeHad(enquiry: EnquiryRow, facts: EnquiryFacts): Promise<TellingNow> {
    try {
      return await this.look(enquiry, facts);
    } catch (error) {
      if (error instanceof PassingServiceFailure || error instanceof PassingFailure) return this.asItWas(enquiry);
      throw error;
    }
  }

  async asItWas({ enquiryId }: Pick<EnquiryRow, 'enquiryId'>): Promise<TellingNow> {
    const held = await this.holds.standing([enquiryId]);
    return { isHeld: (personId) => held(enquiryId, personId), cautions: () => [] };
  }

  /** An answer that holds telling has come. */
  hold(tx: Tx, enquiryId: string): Promise<void> {
    return this.holds.hold(tx, enquiryId, this.clock.now());
  }

  private async against(enquiry: EnquiryRow, { intake, decision }: EnquiryFacts): Promise<AgainstTelling & ToAskOf> {
    const accepted = await this.checked.partsOf(enquiry.enquiryId);
    const rows = await this.answers.of(enquiry.enquiryId);
    const unwrap = await this.opener.keysOf(rows, enquiry);
    const [tried, statements, toKeep] = await Promise.all([
      this.opener.openAll(rows, enquiry, undefined, unwrap),
      this.statements.of(enquiry, undefined, unwrap),
      this.kept.of(enquiry),
    ]);
    const opened = tried.flatMap((one) => (one.kind === 'refused' ? [] : one));
    const isSaid = opened.some(
      (one) =>
        one.kind === 'answer' &&
        holdsTelling(one.facts, ({ itemId, alsoIds, flags }) => {
          const item = { itemId, alsoIds, flags, agencyId: one.ids.agencyId };
          return isAlertHeld(statements, item) || isUnsafeToTell(statements, item);
        }),
    );
    // One that cannot be read any more may have said so.
    const lost = stillUnread(unreadOf(accepted, opened), statements);
    const answersHold = isSaid || lost.length > 0;
    const alerts = [
      ...opened.flatMap((one) => (one.kind === 'answer' ? alertsIn(one, statements) : [])),
      ...lost.map(({ answerId: itemId, agencyId }) => ({ itemId, agencyId })),
    ];
    const objecting = objectingToParents(intake, this.clock.now());
    return { answersHold, toKeep, objecting, whoTellsFamily: decision.whoTellsFamily, alerts, unwrap };
  }

  /** What holds telling may have come since it was read (`mark`): then nothing is lifted, and whoever looks next finds out. */
  private async note(tx: Tx, facts: EnquiryFacts, now: readonly (string | null)[], mark: string): Promise<void> {
    const { enquiryId } = facts;
    const at = this.clock.now();
    const then = await this.holds.lockedOf(tx, enquiryId);
    for (const personId of now) if (!then.includes(personId)) await this.holds.hold(tx, enquiryId, at, personId);
    if ((await this.holds.saidSoFar(enquiryId, tx)) !== mark) return;
    for (const personId of then) if (!now.includes(personId)) await this.lift(tx, facts, personId, at);
  }

  private async lift(tx: Tx, facts: EnquiryFacts, personId: string | null, at: Date): Promise<void> {
    const { enquiryId } = facts;
    await this.holds.lift(tx, enquiryId, at, personId);
    const dueAt = obligationDue('INFORM_PARENT', packOf(facts), { at, reviewDueAt: at });
    await this.obligations.startAgain(tx, { enquiryId, code: 'INFORM_PARENT', personId }, dueAt);
  }
}

type OpenedAnswer = Extract<Opened, { readonly kind: 'answer' }>;

function alertsIn({ ids: { agencyId }, facts }: OpenedAnswer, statements: readonly HolderStatement[]): AlertHeld[] {
  return facts.items
    .filter(({ itemId, alsoIds, flags }) => isAlertHeld(statements, { itemId, alsoIds, agencyId, flags }))
    .map(({ itemId }) => ({ itemId, agencyId }));
}
