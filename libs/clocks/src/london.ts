import { Temporal } from 'temporal-polyfill';

/** The only zone the hubs live in. Instants are kept as UTC; everything a person reads or works by is London time. */
export const LONDON = 'Europe/London';

/** @returns the London wall clock at an instant. */
export function inLondon(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(LONDON);
}

/** @returns the London calendar day at an instant. */
export function londonDay(instant: Date): Temporal.PlainDate {
  return inLondon(instant).toPlainDate();
}

/**
 * Milliseconds of the epoch at a wall-clock minute of a London day. Minute 1440 is the next midnight.
 * A time that the spring change leaves out moves on by the hour lost; one that the autumn change repeats is its first (BST) reading.
 */
export function londonMinute(day: Temporal.PlainDate, minuteOfDay: number): number {
  const wall = day.toPlainDateTime().add({ minutes: minuteOfDay });
  return wall.toZonedDateTime(LONDON, { disambiguation: 'compatible' }).epochMilliseconds;
}
