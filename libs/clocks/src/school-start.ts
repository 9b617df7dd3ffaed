import { bankHolidayOn, type BankHolidays } from './bank-holidays';
import { londonDay, londonMinute } from './london';

/** Schools open at different times; this is early for all of them. Assumed: no source gives one. */
const OPENS_AT_MINUTE = 8 * 60 + 30;
const LONGEST_CLOSURE_DAYS = 60;

/**
 * When the next school day starts, strictly after an instant: Monday to Friday, no bank holiday, at 08:30 London time (assumed). Term dates differ by
 * council and school and are not known here, so that a weekday of the holidays counts as a school day: too early, never too late.
 */
export function nextSchoolStart(instant: Date, holidays: BankHolidays): Date {
  let day = londonDay(instant);
  for (let tries = 0; tries <= LONGEST_CLOSURE_DAYS; tries += 1) {
    const opens = londonMinute(day, OPENS_AT_MINUTE);
    const isSchoolDay = day.dayOfWeek <= 5 && bankHolidayOn(day.toString(), holidays) === undefined;
    if (isSchoolDay && opens > instant.getTime()) return new Date(opens);
    day = day.add({ days: 1 });
  }
  throw new RangeError('This calendar has no school day');
}
