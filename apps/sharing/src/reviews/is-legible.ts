import { HIDDEN } from '../asking/ruling';
import type { RuleId } from '../domain/decision';
import type { ReviewRow } from './review.repository';

export type LegibleReview = ReviewRow & { readonly rule: RuleId };

/** Whether the row that a REVIEW is about can still be read: it cannot once the enquiry's keys are gone, and then nothing of it can be struck. */
export const isLegible = (review: ReviewRow): review is LegibleReview => review.rule !== HIDDEN;
