import { HIDDEN } from '../asking/ruling';
import type { SharingDecision } from '../domain/decision';
import type { ReviewRow } from './review.repository';

/** Its row no longer asks this releaser. One whose row cannot be read is left: nobody knows what it asks. */
export const hasFallen = ({ rule, releaser }: ReviewRow, { reviews }: Pick<SharingDecision, 'reviews'>): boolean =>
  rule !== HIDDEN && !reviews.some((one) => one.rule === rule && one.releasers.includes(releaser));
