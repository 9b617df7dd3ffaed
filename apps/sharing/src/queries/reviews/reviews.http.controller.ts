import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { Review, Reviews } from '@mash/contracts';
import { Clock, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { SharingDecisionRepository } from '../../asking/sharing-decision.repository';
import { reviewSubject, waitsFor } from '../../reviews/review-desk';
import { ReviewRepository } from '../../reviews/review.repository';
import { reviewView } from './review-view';

class ReviewsBody extends createZodDto(Reviews) {}
class ReviewBody extends createZodDto(Review) {}

@Controller('reviews')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly decisions: SharingDecisionRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What waits for this person, soonest due first. */
  @Get()
  @ZodResponse({ type: ReviewsBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const waiting: Review[] = [];
    for (const review of await this.reviews.open(actor.partnershipId)) {
      const decision = await this.decisions.find(review.sharingDecisionId);
      if (decision && waitsFor(actor, review, decision)) waiting.push(reviewView(review, decision, this.clock.now()));
    }
    const subject = { type: 'Partnership', id: actor.partnershipId };
    await this.audit.recordRead({
      actor,
      action: 'review.list',
      subject,
      outcome: 'shown',
      counts: { reviews: waiting.length },
    });
    return { reviews: waiting };
  }

  @Get(':reviewId')
  @ZodResponse({ type: ReviewBody })
  async one(@CurrentPerson() actor: PersonActor, @UuidParam('reviewId') reviewId: string) {
    const review = await this.reviews.find(reviewId);
    const decision = review && (await this.decisions.find(review.sharingDecisionId));
    if (!review || !decision || !can(actor, 'read', reviewSubject(actor, review, decision))) throw notFound('Review');
    const subject = { type: 'Review', id: reviewId };
    await this.audit.recordRead({
      actor,
      action: 'review.read',
      subject,
      enquiryId: review.enquiryId,
      outcome: 'shown',
    });
    return reviewView(review, decision, this.clock.now());
  }
}
