import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { ReleasedReviews } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { DataSource } from 'typeorm';
import { SharingDecisionRepository } from '../../asking/sharing-decision.repository';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { answersFor, EVERYBODY_NAMED, NamedToReader } from '../../register/named-to-reader';
import { ReviewDesk } from '../../reviews/review-desk';
import { ReviewRepository } from '../../reviews/review.repository';

class ReleasedReviewsBody extends createZodDto(ReleasedReviews) {}

type Released = ReleasedReviews['released'][number];

/** A ground that lies sealed beside its reason reads so in its column. */
const SEALED = 'hidden';
const NEWEST = `SELECT review_id AS id FROM review WHERE partnership_id = $1 AND state = 'released' ORDER BY answered_at DESC, review_id LIMIT 50`;

/** What humans released: for those who look whether it was right. Agencies, times and grounds; no person and no category. */
@Controller('released-reviews')
export class ReleasedReviewsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reviews: ReviewRepository,
    private readonly decisions: SharingDecisionRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly desk: ReviewDesk,
    private readonly named: NamedToReader,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @ZodResponse({ type: ReleasedReviewsBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const { partnershipId } = actor;
    const found = await this.dataSource.query<{ id: string }[]>(NEWEST, [partnershipId]);
    const released: Released[] = [];
    for (const { id } of found) {
      const one = await this.viewOf(actor, id);
      if (one !== undefined) released.push(one);
    }
    const references = await this.enquiries.referencesOf(released.map(({ enquiryId }) => enquiryId));
    const subject = { type: 'Partnership', id: partnershipId };
    const entry = { actor, action: 'review.list', subject, outcome: 'shown' } as const;
    await this.audit.recordRead({ ...entry, counts: { released: released.length } });
    return {
      released: released.map((one) => {
        const enquiryReference = references.get(one.enquiryId);
        return { ...one, ...(enquiryReference !== undefined && { enquiryReference }) };
      }),
    };
  }

  private async viewOf(actor: PersonActor, reviewId: string): Promise<Released | undefined> {
    const review = await this.reviews.find(reviewId);
    const decision = review && (await this.decisions.find(review.sharingDecisionId));
    if (!review || !decision) return undefined;
    const { answeredAt, answeredBy, ground, enquiryId } = review;
    if (answeredAt === null || answeredBy === null) return undefined;
    if (!can(actor, 'read', await this.desk.subject(actor, review, decision))) return undefined;
    const { mode, fromAgencyId, toAgencyId } = decision;
    const isTheirs = answeredBy === actor.id || answersFor(actor, review.releaserAgencyId);
    const naming = isTheirs ? EVERYBODY_NAMED : await this.named.in(actor, [review]);
    return {
      ...{ reviewId, enquiryId, mode, fromAgencyId: naming.of(enquiryId, fromAgencyId) },
      ...(toAgencyId !== null && { toAgencyId: naming.of(enquiryId, toAgencyId) }),
      ...(naming.isNamed(enquiryId, review.releaserAgencyId) && { answeredBy }),
      answeredAt: answeredAt.toISOString(),
      ...(ground !== null && ground !== SEALED && { ground }),
    };
  }
}
