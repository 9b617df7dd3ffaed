import type { AgreementContent } from '@mash/contracts';
import { startOfLondonDay, startOfNextLondonDay } from '../decision';

const ONE_DAY = 24 * 3_600_000;

/**
 * The instants, in milliseconds since 1970, at which a version in force comes to say something else by itself: it starts, ends, its review is
 * late, and so late that a pack lets it stand no longer (R-AGR-06).
 * @param graceDays of every pack: an enquiry keeps the one that it was opened with
 */
export function agreementDates(
  { inForceFrom, inForceTo, reviewDue }: Pick<AgreementContent, 'inForceFrom' | 'inForceTo' | 'reviewDue'>,
  graceDays: readonly number[],
): number[] {
  const reviewLateAt = startOfNextLondonDay(reviewDue);
  return [
    startOfLondonDay(inForceFrom),
    ...(inForceTo === undefined ? [] : [startOfNextLondonDay(inForceTo)]),
    reviewLateAt,
    ...graceDays.map((days) => reviewLateAt + days * ONE_DAY),
  ];
}
