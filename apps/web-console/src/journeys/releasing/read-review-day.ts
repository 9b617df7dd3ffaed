import { endOfIsoDay } from '@mash/clocks';
import type { Posted } from '../../forms/posted';
import { readDate, type DateReading } from '../../forms/read-date';

const HOUR = 3_600_000;
const THIRTY_DAYS = 30 * 24 * HOUR;
const FIELD = 'reviewBy-day';

/** The day on which a detriment is looked at again: still to come, and thirty days off at most, or it would count as claimed only (R-DET-02). */
export function readReviewDay(posted: Posted, now: Date): DateReading<string> {
  const read = readDate(posted, 'reviewBy');
  if (read.errors !== undefined) return read;
  const wrong = (text: string) => ({ errors: [{ field: FIELD, text }] });
  if (read.date === undefined) return wrong('Enter when you will look at this again, 30 days off at most');
  const end = endOfIsoDay(read.date).getTime();
  if (end <= now.getTime()) return wrong('The day to look again must still be to come');
  // A day is 23 hours at the least: what passes here is within thirty days for `sharing` too.
  if (end - 23 * HOUR > now.getTime() + THIRTY_DAYS) return wrong('The day to look again must be within 30 days');
  return read;
}
