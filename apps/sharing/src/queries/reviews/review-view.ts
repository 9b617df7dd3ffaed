import type { Review } from '@mash/contracts';
import type { DecisionRow } from '../../asking/sharing-decision.repository';
import { unknownFactsOf } from '../../asking/unknown-facts-of';
import { askerWords } from '../../domain/asker-words';
import type { Releaser } from '../../domain/decision';
import { reviewLevel } from '../../domain/review-level';
import type { ReviewRow } from '../../reviews/review.repository';

const RELEASERS: Readonly<Record<Releaser, Review['releaser']>> = {
  H: 'holder',
  M: 'hub_manager',
  S: 'holder_safeguarding_lead',
  L: 'legal',
  A: 'adoption_agency',
  IG: 'ig',
};

/** What the reader may do about it, and whom the hub can ring. */
export interface Seen extends Pick<Review, 'mayAnswer' | 'mayOverride' | 'nobodyNamed' | 'dutyRoutes'> {
  readonly now: Date;
}

/** A review as its releaser reads it: who tells whom what about whom, for what, and why a human. */
export function reviewView(review: ReviewRow, decision: DecisionRow, { now, ...its }: Seen): Review {
  return {
    reviewId: review.reviewId,
    enquiryId: review.enquiryId,
    sharingDecisionId: review.sharingDecisionId,
    about: { kind: decision.aboutKind, id: decision.aboutId },
    mode: decision.mode,
    fromAgencyId: decision.fromAgencyId,
    ...(decision.toAgencyId !== null && { toAgencyId: decision.toAgencyId }),
    toAudience: decision.audience,
    ...(decision.personId !== null && { personId: decision.personId }),
    ...(decision.category !== null && { category: decision.category }),
    purpose: decision.purpose,
    releaser: RELEASERS[review.releaser],
    ...(review.releaserAgencyId !== null && { releaserAgencyId: review.releaserAgencyId }),
    raisedAt: review.raisedAt.toISOString(),
    dueAt: review.dueAt.toISOString(),
    state: review.state,
    late: review.state === 'open' && now > review.dueAt,
    level: reviewLevel(review, review.answeredAt ?? now),
    reasons: askerWords(decision.reasons, unknownFactsOf(decision)),
    threshold: decision.threshold,
    consent: decision.consent,
    agreement: decision.agreement,
    informParent: decision.obligations.includes('INFORM_PARENT'),
    askedBy: decision.askedBy,
    ...(review.answeredBy !== null && { answeredBy: review.answeredBy }),
    ...(review.answeredAt !== null && { answeredAt: review.answeredAt.toISOString() }),
    ...(review.ground !== null && { ground: review.ground }),
    ...its,
  };
}
