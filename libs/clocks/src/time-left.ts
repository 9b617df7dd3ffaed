import type { ClockTerms } from './clock-rule';
import { countedTimeBetween } from './counted-time-between';

/** Where a clock stands. `ms` is time left, or when `late` time over, on the clock's own basis; it is never negative. */
export interface TimeLeft {
  readonly ms: number;
  readonly late: boolean;
}

/** A clock whose due time is known, looked at now. */
export interface RunningClock extends ClockTerms {
  readonly now: Date;
  readonly due: Date;
}

/** How long a clock still gives. At the due instant itself nothing is left and nothing is late. */
export function timeLeft({ now, due, ...terms }: RunningClock): TimeLeft {
  const late = now.getTime() > due.getTime();
  // The pauses that moved the due time lie in the past; one that is open shows as "Paused", not as time.
  const rest = { ...terms, pauses: [] };
  return { late, ms: late ? countedTimeBetween(due, now, rest) : countedTimeBetween(now, due, rest) };
}
