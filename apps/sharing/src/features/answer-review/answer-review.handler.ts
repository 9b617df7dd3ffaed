import { AuditTrail } from '@mash/audit-client';
import { authorise, type PersonActor } from '@mash/authorisation';
import { LineFacts, newId, SharingDecidedV1, type AnswerReview } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound, ServiceClient } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryFactsGatherer } from '../../asking/enquiry-facts';
import { matterOfLine } from '../../asking/line-matter';
import { SentText } from '../../asking/sent-text';
import { SharingDecisionRepository, type DecisionRow } from '../../asking/sharing-decision.repository';
import { SharingDesk } from '../../asking/sharing-desk';
import { ReviewDesk } from '../../reviews/review-desk';
import { ReviewRepository, type ReviewRow } from '../../reviews/review.repository';

/** A named human answers a REVIEW, on a ground and with a written reason (sealed). Nobody answers what they asked themselves. */
@Injectable()
export class AnswerReviewHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: ReviewRepository,
    private readonly decisions: SharingDecisionRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly services: ServiceClient,
    private readonly sentText: SentText,
    private readonly desk: SharingDesk,
    private readonly reviewDesk: ReviewDesk,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(actor: PersonActor, reviewId: string, answer: AnswerReview): Promise<void> {
    const { decision } = await this.admit(actor, reviewId);
    // Facts and text are fetched before the transaction, and fresh: what stood when it was asked may have changed since.
    const again = decision.aboutKind === 'request-line' ? await this.lineAgain(decision) : undefined;
    await this.unitOfWork.run(async (tx) => {
      await this.reviews.lockAll(tx, decision.sharingDecisionId);
      const locked = await this.reviews.find(reviewId, tx);
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
      else if (again && all.every(({ state }) => state === 'released'))
        await this.release(tx, actor, { decision, all, ...again });
    });
  }

  private async admit(actor: PersonActor, reviewId: string): Promise<{ review: ReviewRow; decision: DecisionRow }> {
    const review = await this.reviews.find(reviewId);
    const decision = review && (await this.decisions.find(review.sharingDecisionId));
    if (!review || !decision) throw notFound('Review');
    if (decision.askedBy === actor.id && review.partnershipId === actor.partnershipId) {
      throw new CodedError('SHARING.SELF_RELEASE', 403, 'You asked for this yourself: somebody else must answer.');
    }
    authorise(actor, 'answer', await this.reviewDesk.subject(actor, review, decision));
    return { review, decision };
  }

  private async lineAgain({ aboutId, enquiryId, partnershipId }: DecisionRow) {
    const line = await this.services.get('agency-requests', `/facts/lines/${aboutId}`, {
      schema: LineFacts,
      scope: 'facts:read',
    });
    const facts = await this.gatherer.of(enquiryId, partnershipId);
    return { line, facts, textSent: await this.sentText.hashOf(line) };
  }

  /** Every releaser said yes: the rows they answered are struck, and the rules decide again on today's facts. */
  private async release(
    tx: Tx,
    actor: PersonActor,
    {
      decision,
      all,
      line,
      facts,
      textSent,
    }: { decision: DecisionRow; all: ReviewRow[] } & Awaited<ReturnType<AnswerReviewHandler['lineAgain']>>,
  ): Promise<void> {
    const yeses = all.map(({ rule, releaser }) => ({ rule, by: releaser }));
    const decided = this.desk.decide(facts, { ...matterOfLine(line, facts.bodies, textSent), yeses });
    const about = { kind: decision.aboutKind, id: decision.aboutId };
    const human = { askedBy: decision.askedBy, byPerson: actor.id, supersedes: decision.sharingDecisionId };
    await this.announce(
      tx,
      actor,
      await this.desk.keep(tx, facts, decided, { about, ...human, categoryIsPlain: true }),
    );
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
    await this.announce(tx, actor, row);
  }

  private async announce(tx: Tx, actor: PersonActor, row: DecisionRow): Promise<void> {
    const { enquiryId, sharingDecisionId, outcome, decidedAt, partnershipId, supersedes } = row;
    if (row.aboutKind === 'item') return;
    const about = { kind: row.aboutKind, id: row.aboutId };
    const announced = {
      enquiryId,
      sharingDecisionId,
      about,
      outcome,
      byPerson: true,
      decidedAt: decidedAt.toISOString(),
    };
    const context = {
      partnershipId,
      correlationId: enquiryId,
      actor: { id: actor.id, kind: actor.kind, agencyId: actor.agencyId },
    };
    await this.outbox.append(tx, SharingDecidedV1, { ...announced, ...(supersedes && { supersedes }) }, context);
  }
}
