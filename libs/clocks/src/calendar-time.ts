import { inLondon } from './london';

/**
 * The same London time of day so many calendar days on. Across a clock change that is an hour more or less than so many times 24.
 * @throws RangeError for what is no whole number
 */
export const afterLondonDays = (instant: Date, days: number): Date =>
  new Date(inLondon(instant).add({ days }).epochMilliseconds);

/**
 * The same London day and time so many calendar months on; the last day of a month that is too short ("one month" of a law: 31 January to 28 February).
 * @throws RangeError for what is no whole number
 */
export const afterLondonMonths = (instant: Date, months: number): Date =>
  new Date(inLondon(instant).add({ months }).epochMilliseconds);
