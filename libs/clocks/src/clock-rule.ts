import type { BankHolidays } from './bank-holidays';
import type { ClockBasis, Duration } from './duration';
import type { OpeningHours } from './opening-hours';
import type { Pause } from './pause';

/** What every clock is reckoned by. */
export interface ClockTerms {
  readonly basis: ClockBasis;
  readonly hours: OpeningHours;
  readonly holidays: BankHolidays;
  readonly pauses?: readonly Pause[];
  /** Red may be worked past closing time: the clock then counts every minute, whatever its basis. */
  readonly runsOutOfHours?: boolean;
}

/** A clock of an obligation: its terms, how long it gives, and when it began. */
export interface ClockRule extends ClockTerms {
  readonly start: Date;
  readonly duration: Duration;
  /** Needed while a pause is open: the clock is reckoned as if it went on from here. */
  readonly now?: Date;
}
