import type { Review } from '@mash/contracts';
import type { DecisionRow } from '../../asking/sharing-decision.repository';
import { HIDDEN } from '../../asking/ruling';
import { unknownFactsOf } from '../../asking/unknown-facts-of';
import { askerWords } from '../../domain/asker-words';
import { REASON_CATALOGUE, type ReasonCode } from '../../domain/decision';
import { isOfCondition } from '../../domain/holder/fits-review';
import { reviewLevel } from '../../domain/review-level';
import type { Naming } from '../../register/named-to-reader';
import { RELEASER_CODES } from './releaser-codes';
import type { ReviewRow } from '../../reviews/review.repository';

/** What the reader may do about it, and whom the hub can ring. */
export interface Seen extends Pick<
  Review,
  'mayAnswer' | 'mayOverride' | 'nobodyNamed' | 'seated' | 'adviceNeeded' | 'dutyRoutes'
> {
  readonly now: Date;
  /** When somebody last said something of this person's consent. */
  readonly newestConsent?: Date | undefined;
  readonly reader: 'holder' | 'other';
  readonly naming: Naming;
}

/** Why a human: the holder reads the cause itself, everybody else what they may know of it. */
const reasonsFor = (reader: Seen['reader'], decision: DecisionRow): Review['reasons'] =>
  reader === 'other'
    ? askerWords(decision.reasons, unknownFactsOf(decision))
    : decision.reasons.map((code) => ({ code, sentence: REASON_CATALOGUE[code as ReasonCode].officer }));

/** A review as its releaser reads it: who tells whom what about whom, for what, and why a human. */
export function reviewView(
  review: ReviewRow,
  decision: DecisionRow,
  { now, newestConsent, reader, naming, ...its }: Seen,
): Review {
  return {
    reviewId: review.reviewId,
    enquiryId: review.enquiryId,
    sharingDecisionId: review.sharingDecisionId,
    about: { kind: decision.aboutKind, id: decision.aboutId },
    mode: decision.mode,
    ...agenciesOf(review, decision, naming),
    toAudience: decision.audience,
    ...(decision.personId !== null && { personId: decision.personId }),
    ...(decision.category !== null && areNamed(review, decision, naming) && { category: decision.category }),
    purpose: decision.purpose,
    releaser: releaserOf(review, decision),
    raisedAt: review.raisedAt.toISOString(),
    dueAt: review.dueAt.toISOString(),
    state: review.state,
    late: review.state === 'open' && now > review.dueAt,
    level: reviewLevel(review, review.answeredAt ?? now),
    reasons: reasonsFor(reader, decision),
    ...(reader === 'holder' && isOfCondition(review) && { isOfCondition: true as const }),
    threshold: decision.threshold,
    consent: decision.consent,
    consentChanged: review.state === 'open' && newestConsent !== undefined && newestConsent > decision.decidedAt,
    agreement: decision.agreement,
    informParent: decision.obligations.includes('INFORM_PARENT'),
    askedBy: decision.askedBy,
    ...(review.answeredBy !== null &&
      naming.isNamed(review.enquiryId, review.releaserAgencyId) && { answeredBy: review.answeredBy }),
    ...(review.answeredAt !== null && { answeredAt: review.answeredAt.toISOString() }),
    ...(review.ground !== null && review.ground !== HIDDEN && { ground: review.ground }),
    ...its,
    ...(!naming.isNamed(review.enquiryId, review.releaserAgencyId) && NOBODY_TO_RING),
  };
}

/** A handover's words are the hub's own: what their holder would answer waits for a hub manager, and no statement clears it. */
const releaserOf = ({ releaser, isOfHub }: ReviewRow, { aboutKind }: DecisionRow): Review['releaser'] => {
  const code = RELEASER_CODES[releaser];
  return isOfHub && aboutKind === 'product' && ['holder', 'holder_safeguarding_lead'].includes(code)
    ? 'hub_manager'
    : code;
};

/** People and telephones of an agency say which it is. */
const NOBODY_TO_RING = { seated: [], dutyRoutes: [] };

/** Where an agency is not named, what it is asked about would name it. */
const areNamed = (
  { enquiryId, releaserAgencyId }: ReviewRow,
  { fromAgencyId, toAgencyId }: DecisionRow,
  naming: Naming,
) => [fromAgencyId, toAgencyId, releaserAgencyId].every((agencyId) => naming.isNamed(enquiryId, agencyId));

function agenciesOf(
  { enquiryId, releaserAgencyId }: ReviewRow,
  { fromAgencyId, toAgencyId }: DecisionRow,
  naming: Naming,
): Pick<Review, 'fromAgencyId' | 'toAgencyId' | 'releaserAgencyId'> {
  return {
    fromAgencyId: naming.of(enquiryId, fromAgencyId),
    ...(toAgencyId !== null && { toAgencyId: naming.of(enquiryId, toAgencyId) }),
    ...(releaserAgencyId !== null && { releaserAgencyId: naming.of(enquiryId, releaserAgencyId) }),
  };
}
