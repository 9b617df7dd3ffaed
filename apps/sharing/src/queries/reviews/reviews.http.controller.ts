import { AuditTrail } from '@mash/audit-client';
import { can, openToTheHub, seesOtherDesks, type PersonActor } from '@mash/authorisation';
import { CaseAccessRepository, type CaseAccess } from '@mash/case-access';
import { Review, Reviews, ReviewsWaiting } from '@mash/contracts';
import { Clock, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryFactsGatherer } from '../../asking/enquiry-facts';
import { lastSaidOf } from '../../asking/last-said';
import { SharingDecisionRepository, type DecisionRow } from '../../asking/sharing-decision.repository';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { answersFor, EVERYBODY_NAMED, NamedToReader, type Naming } from '../../register/named-to-reader';
import { ReviewDesk, type ReviewSeating } from '../../reviews/review-desk';
import { ReviewRepository, type ReviewRow } from '../../reviews/review.repository';
import { reviewView } from './review-view';

class ReviewsBody extends createZodDto(Reviews) {}
class ReviewsWaitingBody extends createZodDto(ReviewsWaiting) {}
class ReviewBody extends createZodDto(Review) {}

interface Shown {
  readonly review: ReviewRow;
  readonly decision: DecisionRow;
  readonly newestConsent?: Date | undefined;
  readonly access: CaseAccess;
  readonly naming: Naming;
}

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
    private readonly cases: CaseAccessRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly audit: AuditTrail,
    private readonly enquiries: EnquiryRepository,
    private readonly named: NamedToReader,
    private readonly clock: Clock,
  ) {}

  /** What waits for this person, and what they only see waiting: soonest due first. */
  @Get()
  @ZodResponse({ type: ReviewsBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const seating = await this.desk.seating(actor.partnershipId);
    const seen = await this.readable(actor, seating);
    const naming = await this.named.in(
      actor,
      seen.map(({ review }) => review),
    );
    const views = seen.map((one) => this.viewOf(actor, seating, { ...one, naming }));
    const [waiting, watched] = [
      views.filter(({ mayAnswer }) => mayAnswer),
      views.filter(({ mayAnswer }) => !mayAnswer),
    ];
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
    const open = await this.reviews.openWithDecision(actor.partnershipId, actor.id, actor.agencyId);
    const cases = await this.cases.ofAll(open.map(({ enquiryId }) => enquiryId));
    const mine = open.filter((review) =>
      seating.waitsFor(actor, review, review, cases.get(review.enquiryId) ?? openToTheHub),
    );
    return { waiting: mine.length, late: mine.filter(({ dueAt }) => dueAt < this.clock.now()).length };
  }

  @Get(':reviewId')
  @ZodResponse({ type: ReviewBody })
  async one(@CurrentPerson() actor: PersonActor, @UuidParam('reviewId') reviewId: string) {
    const review = await this.reviews.find(reviewId);
    const decision = review && (await this.decisions.find(review.sharingDecisionId));
    if (!review || !decision) throw notFound('Review');
    const seating = await this.desk.seating(review.partnershipId);
    const access = await this.cases.of(review.enquiryId);
    if (!can(actor, 'read', seating.subject(actor, review, decision, access))) return this.refuse(actor, review);
    const subject = { type: 'Review', id: reviewId };
    await this.audit.recordRead({
      actor,
      action: 'review.read',
      subject,
      enquiryId: review.enquiryId,
      outcome: 'shown',
    });
    const newestConsent = await this.newestConsent(review, decision);
    const naming = await this.named.in(actor, [review]);
    const references = await this.enquiries.referencesOf([review.enquiryId]);
    return referredTo(references)(this.viewOf(actor, seating, { review, decision, newestConsent, access, naming }));
  }

  /** Of the open ones those that this person may see, with the decision behind each. */
  private async readable(actor: PersonActor, seating: ReviewSeating): Promise<Omit<Shown, 'naming'>[]> {
    const desksOf = seesOtherDesks(actor) ? undefined : actor.agencyId;
    const open = await this.reviews.openWithDecision(actor.partnershipId, actor.id, desksOf);
    const cases = await this.cases.ofAll(open.map(({ enquiryId }) => enquiryId));
    const accessTo = ({ enquiryId }: ReviewRow) => cases.get(enquiryId) ?? openToTheHub;
    const seen = open.filter((one) => can(actor, 'read', seating.subject(actor, one, one, accessTo(one))));
    const decisions = await this.decisions.findAll(seen.map(({ sharingDecisionId }) => sharingDecisionId));
    return seen.flatMap((review) => {
      const decision = decisions.get(review.sharingDecisionId);
      return decision === undefined ? [] : [{ review, decision, access: accessTo(review) }];
    });
  }

  /** Of whoever the person turned out to be, and of the brother or sister by whom an unborn child is decided; where nobody says who that is, under the id that was asked about. */
  private async newestConsent(
    { enquiryId, partnershipId }: ReviewRow,
    { personId }: DecisionRow,
  ): Promise<Date | undefined> {
    if (personId === null) return undefined;
    // A releaser whose clock runs waits for no owner that hangs, as nobody does who presses Immediate protection.
    return lastSaidOf(await this.gatherer.forProtection(enquiryId, partnershipId), personId).consent;
  }

  private async refuse(actor: PersonActor, { reviewId, enquiryId }: ReviewRow): Promise<never> {
    const subject = { type: 'Review', id: reviewId };
    const entry = { actor, action: 'review.read', subject, enquiryId, outcome: 'refused' } as const;
    await this.audit.recordRead({ ...entry, reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED' });
    throw notFound('Review');
  }

  private viewOf(
    actor: PersonActor,
    seating: ReviewSeating,
    { review, decision, newestConsent, access, naming }: Shown,
  ): Review {
    const subject = seating.subject(actor, review, decision, access);
    const { isEverybody, seated } = seating.answerers(review);
    const mayAnswer = can(actor, 'answer', subject);
    const isOfDesk = answersFor(actor, review.releaserAgencyId) || review.answeredBy === actor.id;
    const isHolder = review.releaserAgencyId !== null && decision.fromAgencyId === actor.agencyId;
    return reviewView(review, decision, {
      now: this.clock.now(),
      newestConsent,
      reader: isHolder ? 'holder' : 'other',
      // Who answers for it cannot do so without knowing for whom.
      naming: mayAnswer || isOfDesk ? EVERYBODY_NAMED : naming,
      mayAnswer,
      mayOverride: decision.aboutKind !== 'product' && can(actor, 'override', subject),
      nobodyNamed: isEverybody,
      seated: [...seated],
      adviceNeeded: seating.needsAdvice(review),
      dutyRoutes: [...seating.toRing(review)],
    });
  }
}
