import { AuditTrail } from '@mash/audit-client';
import { authorise, can, type PersonActor } from '@mash/authorisation';
import { newId, type AnswerReview } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { FreshConsents } from '../../asking/fresh-consents';
import { LineAgain } from '../../asking/line-again';
import { SharingDecisionRepository, type DecisionRow } from '../../asking/sharing-decision.repository';
import { WhatPeopleSaid } from '../../overrides/what-people-said';
import { ReviewDesk } from '../../reviews/review-desk';
import { ReviewRepository, type ReviewRow } from '../../reviews/review.repository';

/** A named human answers a REVIEW, on a ground and with a written reason (sealed). Nobody answers what they asked themselves. */
@Injectable()
export class AnswerReviewHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: ReviewRepository,
    private readonly decisions: SharingDecisionRepository,
    private readonly lineAgain: LineAgain,
    private readonly fresh: FreshConsents,
    private readonly overrides: WhatPeopleSaid,
    private readonly reviewDesk: ReviewDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(actor: PersonActor, reviewId: string, answer: AnswerReview): Promise<void> {
    const { decision } = await this.admit(actor, reviewId);
    // Facts and text are fetched before the transaction, and fresh: what stood when it was asked may have changed since.
    const again = decision.aboutKind === 'request-line' ? await this.lineAgain.now(decision) : undefined;
    await this.unitOfWork.run(async (tx) => {
      if (again) await this.fresh.requireOfPerson(tx, again.facts);
      await this.reviews.lockAll(tx, decision.sharingDecisionId);
      const locked = await this.reviews.find(reviewId, tx);
      if (locked?.state === 'superseded') throw superseded();
      if (locked?.state !== 'open') throw conflict('SHARING.REVIEW_ANSWERED', 'Somebody has answered this already.');
      const released = answer.answer !== 'refuse';
      const { ground, condition, sealedReason } = answer;
      const its = {
        state: released ? 'released' : 'refused',
        by: actor.id,
        at: this.clock.now(),
        ground,
        condition,
        ...sealedReason,
      } as const;
      await this.reviews.answer(tx, reviewId, its);
      const subject = { type: 'Review', id: reviewId };
      const entry = {
        actor,
        action: 'review.answer',
        subject,
        enquiryId: decision.enquiryId,
        decisionId: decision.sharingDecisionId,
      };
      await this.audit.record(tx, { ...entry, outcome: released ? 'done' : 'refused', reasonCode: ground });
      const all = await this.reviews.ofDecision(decision.sharingDecisionId, tx);
      if (again && !released) await this.refuse(tx, actor, decision);
      else if (again && all.every(({ state }) => state === 'released' || state === 'overridden')) {
        const decided = this.lineAgain.decide(again, await this.overrides.saidOf(tx, decision));
        await this.lineAgain.keep(tx, actor, { decision, now: again, decided });
      }
    });
  }

  private async admit(actor: PersonActor, reviewId: string): Promise<{ review: ReviewRow; decision: DecisionRow }> {
    const review = await this.reviews.find(reviewId);
    const decision = review && (await this.decisions.find(review.sharingDecisionId));
    if (!review || !decision) throw notFound('Review');
    if (decision.askedBy === actor.id && review.partnershipId === actor.partnershipId) {
      throw new CodedError('SHARING.SELF_RELEASE', 403, 'You asked for this yourself: somebody else must answer.');
    }
    const subject = await this.reviewDesk.subject(actor, review, decision);
    if (review.state === 'superseded' && can(actor, 'read', subject)) throw superseded();
    authorise(actor, 'answer', subject);
    return { review, decision };
  }

  private async refuse(tx: Tx, actor: PersonActor, decision: DecisionRow): Promise<void> {
    const { sharingDecisionId } = decision;
    const refused = {
      ...decision,
      sharingDecisionId: newId(),
      outcome: 'DENY',
      byPerson: actor.id,
      supersedes: sharingDecisionId,
    } as const;
    const row = { ...refused, lawfulBasis: [], decidedAt: this.clock.now() };
    await this.decisions.add(tx, row);
    await this.lineAgain.announce(tx, actor, row);
  }
}

const superseded = (): CodedError =>
  conflict('SHARING.REVIEW_SUPERSEDED', 'The question has changed since. It is asked anew.');
