/** How long an obligation gives. A working day is Monday to Friday, no bank holiday, on which the hub opens. */
export type Duration = { readonly minutes: number } | { readonly hours: number } | { readonly workingDays: number };

/** Whether a clock counts every minute, or only those in which the hub is open. */
export type ClockBasis = 'elapsed' | 'working';

const MINUTE = 60_000;

/**
 * Length in milliseconds of a duration that is told in minutes or hours.
 * @throws RangeError for working days, which have no length of their own, and for negative or endless lengths
 */
export function millisecondsOf(duration: Duration): number {
  if ('workingDays' in duration) throw new RangeError('Working days have no fixed length in milliseconds');
  const ms = 'minutes' in duration ? duration.minutes * MINUTE : duration.hours * 60 * MINUTE;
  if (!Number.isFinite(ms) || ms < 0) throw new RangeError('A duration is a positive number of minutes or hours');
  return ms;
}
