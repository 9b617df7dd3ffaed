import { inLondon, londonDay } from './london';
import { londonTime } from './london-time';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** @param month 1 to 12 */
export const monthName = (month: number): string => MONTHS[month - 1] ?? '';

/** `25 October 2026`, the London day of an instant. */
export function londonDate(instant: Date): string {
  const day = inLondon(instant);
  return `${day.day} ${monthName(day.month)} ${day.year}`;
}

/** `2026-10-25`, the London day of an instant. */
export const londonDayOf = (instant: Date): string => londonDay(instant).toString();

/** `25 October 2026, 01:30 BST` (the zone is named in the repeated hour only). */
export function londonDateTime(instant: Date): string {
  return `${londonDate(instant)}, ${londonTime(instant)}`;
}
