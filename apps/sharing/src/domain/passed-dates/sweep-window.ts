import { londonDayOf } from '../agreements/london-day-of';

const MINUTE = 60_000;
/** What was being decided as a date passed is kept by then, and found. */
const SETTLE_MS = MINUTE;
/** Days begin at midnight; a finding of a professional grows too old at the minute at which it was judged. */
const EVERY_MS = 60 * MINUTE;

/** After which instant, and until which, dates are looked for. */
export interface SweepWindow {
  readonly after: Date;
  readonly until: Date;
}

/** Until when dates can be looked for now; where nobody has looked yet, the first window begins there. */
export const settledUntil = (now: Date): Date => new Date(now.getTime() - SETTLE_MS);

/** What is to be looked for now: undefined where it is too soon. In the first minutes of each London day, and once an hour. */
export function sweepWindow(after: Date, now: Date): SweepWindow | undefined {
  const until = settledUntil(now);
  if (until <= after) return undefined;
  const isAnotherDay = londonDayOf(after) !== londonDayOf(until);
  return isAnotherDay || until.getTime() - after.getTime() >= EVERY_MS ? { after, until } : undefined;
}

/** Whether an instant lies in it. */
export const isIn = ({ after, until }: SweepWindow, at: number): boolean =>
  after.getTime() < at && at <= until.getTime();
