import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { Review, Reviews, ReviewsWaiting } from '@mash/contracts';
import { Clock, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { SharingDecisionRepository, type DecisionRow } from '../../asking/sharing-decision.repository';
import { ConsentRepository } from '../../consent/consent.repository';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { ReviewDesk, type ReviewSeating } from '../../reviews/review-desk';
import { ReviewRepository, type ReviewRow } from '../../reviews/review.repository';
import { reviewView } from './review-view';

class ReviewsBody extends createZodDto(Reviews) {}
class ReviewsWaitingBody extends createZodDto(ReviewsWaiting) {}
class ReviewBody extends createZodDto(Review) {}

const referredTo = (references: ReadonlyMap<string, string>) => (review: Review) => {
  const enquiryReference = references.get(review.enquiryId);
  return { ...review, ...(enquiryReference !== undefined && { enquiryReference }) };
};

@Controller('reviews')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly decisions: SharingDecisionRepository,
    private readonly desk: ReviewDesk,
    private readonly consents: ConsentRepository,
    private readonly audit: AuditTrail,
    private readonly enquiries: EnquiryRepository,
    private readonly clock: Clock,
  ) {}

  /** What waits for this person, and what they only see waiting: soonest due first. */
  @Get()
  @ZodResponse({ type: ReviewsBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const seating = await this.desk.seating(actor.partnershipId);
    const [waiting, watched]: [Review[], Review[]] = [[], []];
    for (const review of await this.reviews.open(actor.partnershipId)) {
      const decision = await this.decisions.find(review.sharingDecisionId);
      if (!decision || !can(actor, 'read', seating.subject(actor, review, decision))) continue;
      const view = this.viewOf(actor, seating, { review, decision });
      (view.mayAnswer ? waiting : watched).push(view);
    }
    const subject = { type: 'Partnership', id: actor.partnershipId };
    await this.audit.recordRead({
      actor,
      action: 'review.list',
      subject,
      outcome: 'shown',
      counts: { reviews: waiting.length, watched: watched.length },
    });
    const references = await this.enquiries.referencesOf([...waiting, ...watched].map(({ enquiryId }) => enquiryId));
    return { reviews: waiting.map(referredTo(references)), watched: watched.map(referredTo(references)) };
  }

  /** How many wait for this person, for a badge: a number, nothing about any family. */
  @Get('waiting')
  @ZodResponse({ type: ReviewsWaitingBody })
  async waiting(@CurrentPerson() actor: PersonActor) {
    const seating = await this.desk.seating(actor.partnershipId);
    const open = await this.reviews.openWithAsker(actor.partnershipId);
    const mine = open.filter(({ askedBy, ...review }) => seating.waitsFor(actor, review, askedBy));
    return { waiting: mine.length, late: mine.filter(({ dueAt }) => dueAt < this.clock.now()).length };
  }

  @Get(':reviewId')
  @ZodResponse({ type: ReviewBody })
  async one(@CurrentPerson() actor: PersonActor, @UuidParam('reviewId') reviewId: string) {
    const review = await this.reviews.find(reviewId);
    const decision = review && (await this.decisions.find(review.sharingDecisionId));
    if (!review || !decision) throw notFound('Review');
    const seating = await this.desk.seating(review.partnershipId);
    if (!can(actor, 'read', seating.subject(actor, review, decision))) throw notFound('Review');
    const subject = { type: 'Review', id: reviewId };
    await this.audit.recordRead({
      actor,
      action: 'review.read',
      subject,
      enquiryId: review.enquiryId,
      outcome: 'shown',
    });
    const newestConsent = decision.personId === null ? undefined : await this.consents.newestAbout([decision.personId]);
    return this.viewOf(actor, seating, { review, decision, newestConsent });
  }

  private viewOf(
    actor: PersonActor,
    seating: ReviewSeating,
    { review, decision, newestConsent }: { review: ReviewRow; decision: DecisionRow; newestConsent?: Date | undefined },
  ): Review {
    const subject = seating.subject(actor, review, decision);
    const { isEverybody, dutyRoutes } = seating.answerers(review);
    const isHolder = review.releaserAgencyId !== null && decision.fromAgencyId === actor.agencyId;
    return reviewView(review, decision, {
      now: this.clock.now(),
      newestConsent,
      reader: isHolder ? 'holder' : 'other',
      mayAnswer: can(actor, 'answer', subject),
      mayOverride: can(actor, 'override', subject),
      nobodyNamed: isEverybody,
      dutyRoutes: seating.routeOf(review) === 'duty' ? [...dutyRoutes] : [],
    });
  }
}
