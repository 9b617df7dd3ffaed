import type { Tx } from '@mash/persistence';
import { HIDDEN } from '../asking/ruling';
import type { SharingDecision } from '../domain/decision';
import type { Unwrap } from '../keys/key-ring';
import type { ReviewRepository, ReviewRow } from './review.repository';

type Decision = Pick<SharingDecision, 'reviews'>;

/** Its row no longer asks this releaser. One whose row cannot be read is left: nobody knows what it asks. */
const hasFallen = ({ rule, releaser }: ReviewRow, { reviews }: Decision): boolean =>
  rule !== HIDDEN && !reviews.some((one) => one.rule === rule && one.releasers.includes(releaser));

/**
 * Of a question that others must answer still only the part that fell away is taken back, and the clock of the rest runs on.
 *
 * @param its.now what the rules say of it now
 * @returns whether any did
 */
export async function takeBackWhatFell(
  reviews: ReviewRepository,
  tx: Tx,
  its: { sharingDecisionId: string; now: Decision; at: Date; unwrap: Unwrap },
): Promise<boolean> {
  const all = await reviews.ofDecision(its.sharingDecisionId, tx, its.unwrap);
  const fallen = all.filter((one) => one.state === 'open' && hasFallen(one, its.now));
  const ids = fallen.map(({ reviewId }) => reviewId);
  await reviews.supersedeThese(tx, ids, its.at);
  return ids.length > 0;
}
