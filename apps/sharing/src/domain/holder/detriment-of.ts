import { startOfLondonDay, startOfNextLondonDay, type Detriment } from '../decision';
import type { HolderStatement } from './holder-statement';

const DAY = 86_400_000;
/** A detriment is looked at again within thirty days (rule book section 5, DETRIMENT_REVIEW). */
export const LONGEST_DETRIMENT_DAYS = 30;

const isInDate = (reviewBy: string | undefined, statedAt: Date, now: Date): boolean =>
  reviewBy !== undefined &&
  startOfLondonDay(reviewBy) <= statedAt.getTime() + LONGEST_DETRIMENT_DAYS * DAY &&
  now.getTime() < startOfNextLondonDay(reviewBy);

/**
 * Whether a detriment stands for this recipient (Children Act 2004 s16LA(3)). Recorded: by a person whom the holder authorised, harm to this
 * child, this item and recipient, a review date at most thirty days off that has not passed. Anything short of it is claimed, and a human
 * looks (R-DET-02). It is never inferred from flags.
 * @param said what the holder stated for this item and recipient, oldest first
 */
export function detrimentOf(
  said: readonly HolderStatement[],
  { personId, now }: { personId: string; now: Date },
): { readonly detriment: Detriment; readonly detrimentReviewBy?: string } {
  const newest = said.filter(({ facts }) => facts.says === 'detriment' || facts.says === 'detriment_ended').at(-1);
  if (newest?.facts.says !== 'detriment') return { detriment: 'none' };
  const { facts, content, statedAt, isAuthorised } = newest;
  const isOfThisChild = facts.personId === personId && content.harm !== undefined;
  const isRecorded = isAuthorised && isOfThisChild && isInDate(facts.reviewBy, statedAt, now);
  return {
    detriment: isRecorded ? 'recorded' : 'claimed',
    ...(facts.reviewBy !== undefined && { detrimentReviewBy: facts.reviewBy }),
  };
}
