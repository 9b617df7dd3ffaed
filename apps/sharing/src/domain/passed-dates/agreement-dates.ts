import type { AgreementContent } from '@mash/contracts';
import { startOfLondonDay, startOfLondonDayAfter, startOfNextLondonDay } from '../decision';

/**
 * The instants, in milliseconds since 1970, at which a version in force comes to say something else by itself: it starts, ends, its review is
 * late, and so late that a pack lets it stand no longer (R-AGR-06).
 * @param graceDays of every pack: an enquiry keeps the one that it was opened with
 */
export function agreementDates(
  { inForceFrom, inForceTo, reviewDue }: Pick<AgreementContent, 'inForceFrom' | 'inForceTo' | 'reviewDue'>,
  graceDays: readonly number[],
): number[] {
  return [
    startOfLondonDay(inForceFrom),
    ...(inForceTo === undefined ? [] : [startOfNextLondonDay(inForceTo)]),
    startOfNextLondonDay(reviewDue),
    ...graceDays.map((days) => startOfLondonDayAfter(reviewDue, days + 1)),
  ];
}
