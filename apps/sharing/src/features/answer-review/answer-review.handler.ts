import { AuditTrail } from '@mash/audit-client';
import { authorise, can, type PersonActor } from '@mash/authorisation';
import { newId, type AnswerReview } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { askersOf } from '../../asking/askers-of';
import type { EnquiryFacts } from '../../asking/enquiry-facts';
import { FreshFacts } from '../../asking/fresh-facts';
import { LineAgain } from '../../asking/line-again';
import { HIDDEN } from '../../asking/ruling';
import { SharingDecisionRepository, type DecisionRow } from '../../asking/sharing-decision.repository';
import { ConsentRepository } from '../../consent/consent.repository';
import { isForOneViewer } from '../../domain/holder/fits-review';
import { hasSaidTheOther } from '../../domain/releasers/two-must-answer';
import { renewalDue } from '../../holder/renewal-due';
import { StatementKeeper } from '../../holder/statement-keeper';
import { WhatPeopleSaid } from '../../overrides/what-people-said';
import { ItemAgain } from '../../releases/item-again';
import { ReviewDesk } from '../../reviews/review-desk';
import { ReviewRepository, type ReviewRow } from '../../reviews/review.repository';
import { ConditionCheck } from './condition-check';
import { ReviewAnswerCheck } from './review-answer-check';

interface Given {
  readonly review: ReviewRow;
  readonly decision: DecisionRow;
  readonly answer: AnswerReview;
  readonly at: Date;
}

/** A named human answers a REVIEW, on a ground and with a written reason (sealed). Nobody answers what they asked themselves. */
@Injectable()
export class AnswerReviewHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: ReviewRepository,
    private readonly decisions: SharingDecisionRepository,
    private readonly lineAgain: LineAgain,
    private readonly fresh: FreshFacts,
    private readonly consents: ConsentRepository,
    private readonly overrides: WhatPeopleSaid,
    private readonly reviewDesk: ReviewDesk,
    private readonly check: ReviewAnswerCheck,
    private readonly conditions: ConditionCheck,
    private readonly keeper: StatementKeeper,
    private readonly itemAgain: ItemAgain,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(actor: PersonActor, reviewId: string, answer: AnswerReview): Promise<void> {
    const { review, decision } = await this.admit(actor, reviewId);
    const { statement, condition } = await this.check.check(actor, { review, decision, at: this.clock.now() }, answer);
    // Facts and text are fetched before the transaction, and fresh: what stood when it was asked may have changed since.
    const isLine = decision.aboutKind === 'request-line';
    const again = isLine ? await this.lineAgain.now(decision) : undefined;
    const item = isLine ? undefined : await this.itemAgain.load(decision.enquiryId);
    if (condition !== undefined)
      await this.conditions.check(actor, { review, decision, condition }, { line: again, item });
    await this.unitOfWork.run(async (tx) => {
      await this.inTurn(tx, decision, again?.facts ?? item?.facts);
      await this.reviews.lockAll(tx, decision.sharingDecisionId);
      const locked = await this.reviews.find(reviewId, tx);
      if (locked?.state === 'superseded') throw superseded();
      if (locked?.state !== 'open') throw conflict('SHARING.REVIEW_ANSWERED', 'Somebody has answered this already.');
      const isForAll = statement !== undefined && !isForOneViewer(statement.facts);
      const rest = isForAll ? await this.restForHolder(tx, review, decision) : [];
      if (answer.answer !== 'refuse') await this.requireSecondPerson(tx, actor, decision, [review, ...rest]);
      const at = this.clock.now();
      await this.keepAnswer(tx, actor, { review, decision, answer, at });
      if (statement !== undefined && item !== undefined) {
        const renewedUntil = renewalDue(item.facts, at);
        await this.keeper.keep(tx, actor, statement, { at, reviewId, renewedUntil });
      }
      await this.answerTheRest(tx, actor, rest, { answer, at });
      const all = await this.reviews.ofDecision(decision.sharingDecisionId, tx);
      // What was taken back meanwhile, because it is no question any more, waits for nobody.
      const isAnswered = all.every(({ state }) => state !== 'open' && state !== 'refused');
      if (item !== undefined && isAnswered) await this.itemAgain.decide(tx, actor, decision, item);
      if (item !== undefined && answer.answer === 'refuse') await this.itemAgain.refuse(tx, actor, decision);
      if (again && answer.answer === 'refuse') await this.refuse(tx, actor, decision, at);
      else if (again && isAnswered) {
        const decided = this.lineAgain.decide(again, await this.overrides.saidOf(tx, decision));
        await this.lineAgain.keep(tx, actor, { decision, now: again, decided });
      }
    });
  }

  /**
   * Of one enquiry one answer at a time is decided: of two at once each would read the other's question as open, and what waits for both would wait for
   * good. What goes by this answer, and is not decided again when it is opened, rests on the facts as they stand.
   */
  private async inTurn(tx: Tx, { aboutKind, enquiryId }: DecisionRow, facts: EnquiryFacts | undefined): Promise<void> {
    if (aboutKind !== 'item' && facts !== undefined) await this.fresh.requireOfPerson(tx, facts);
    else await this.consents.lock(tx, enquiryId);
  }

  private async keepAnswer(tx: Tx, actor: PersonActor, { review, decision, answer, at }: Given): Promise<void> {
    const { ground, sealedReason } = answer;
    const released = answer.answer !== 'refuse';
    const isPlain = decision.aboutKind === 'request-line';
    const state = released ? 'released' : 'refused';
    const its = { state, by: actor.id, at, ground: isPlain ? ground : HIDDEN, ...sealedReason } as const;
    await this.reviews.answer(tx, review.reviewId, its);
    const subject = { type: 'Review', id: review.reviewId };
    const { enquiryId, sharingDecisionId: decisionId } = decision;
    const entry = { actor, action: 'review.answer', subject, enquiryId, decisionId };
    const why = isPlain ? { reasonCode: ground } : {};
    await this.audit.record(tx, { ...entry, outcome: released ? 'done' : 'refused', ...why });
  }

  /** What waits for the holder besides: a statement of theirs for all answers all of it, for it is one thing that they were asked, on several grounds. */
  private async restForHolder(tx: Tx, review: ReviewRow, decision: DecisionRow): Promise<ReviewRow[]> {
    if (review.releaser !== 'H') return [];
    const all = await this.reviews.ofDecision(decision.sharingDecisionId, tx);
    return all.filter((one) => one.reviewId !== review.reviewId && one.state === 'open' && one.releaser === 'H');
  }

  private async answerTheRest(
    tx: Tx,
    actor: PersonActor,
    rest: readonly ReviewRow[],
    { answer, at }: Pick<Given, 'answer' | 'at'>,
  ): Promise<void> {
    const state = answer.answer === 'refuse' ? 'refused' : 'released';
    for (const { reviewId } of rest) {
      const its = { state, by: actor.id, at, ground: HIDDEN, kid: null, envelope: null } as const;
      await this.reviews.answer(tx, reviewId, its);
    }
  }

  /** @throws CodedError SHARING.TWO_MUST_ANSWER (403): the other yes of a row that is answered was theirs, this time or when it was asked before */
  private async requireSecondPerson(
    tx: Tx,
    actor: PersonActor,
    decision: DecisionRow,
    answered: readonly ReviewRow[],
  ): Promise<void> {
    const all = await this.reviews.releasedAbout(tx, decision);
    if (answered.some((review) => hasSaidTheOther(review, all, actor.id)))
      throw new CodedError(
        'SHARING.TWO_MUST_ANSWER',
        403,
        'The other yes to this was yours: a second person must answer.',
      );
  }

  private async admit(actor: PersonActor, reviewId: string): Promise<{ review: ReviewRow; decision: DecisionRow }> {
    const review = await this.reviews.find(reviewId);
    const decision = review && (await this.decisions.find(review.sharingDecisionId));
    if (!review || !decision) throw notFound('Review');
    if (askersOf(decision).includes(actor.id) && (await this.reviewDesk.isOpenTo(actor, review))) {
      throw new CodedError('SHARING.SELF_RELEASE', 403, 'You asked for this yourself: somebody else must answer.');
    }
    const subject = await this.reviewDesk.subject(actor, review, decision);
    if (review.state === 'superseded' && can(actor, 'read', subject)) throw superseded();
    authorise(actor, 'answer', subject);
    return { review, decision };
  }

  /** One no is enough: nobody goes on answering the rest of the question. */
  private async refuse(tx: Tx, actor: PersonActor, decision: DecisionRow, at: Date): Promise<void> {
    const { sharingDecisionId } = decision;
    await this.reviews.supersede(tx, sharingDecisionId, at);
    const refused = {
      ...decision,
      sharingDecisionId: newId(),
      outcome: 'DENY',
      byPerson: actor.id,
      supersedes: sharingDecisionId,
    } as const;
    const row = { ...refused, lawfulBasis: [], decidedAt: this.clock.now() };
    await this.lineAgain.announce(tx, actor, await this.decisions.add(tx, row));
  }
}

const superseded = (): CodedError =>
  conflict(
    'SHARING.REVIEW_SUPERSEDED',
    'The question has changed since, or what it is about was taken back. What must be asked still is asked anew.',
  );
