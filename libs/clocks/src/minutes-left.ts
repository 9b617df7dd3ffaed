import { countedTimeBetween } from './counted-time-between';
import type { ClockBasis } from './duration';
import { ENGLAND_BANK_HOLIDAYS } from './england-bank-holidays';
import type { OpeningHours } from './opening-hours';

const MINUTE = 60_000;

/** Whole minutes until a clock is due, as it counts them: of these opening hours where it counts working time. 0 once it is due. */
export function minutesLeft(terms: { basis: ClockBasis; hours: OpeningHours }, dueAt: Date, now: Date): number {
  return Math.floor(countedTimeBetween(now, dueAt, { ...terms, holidays: ENGLAND_BANK_HOLIDAYS }) / MINUTE);
}
