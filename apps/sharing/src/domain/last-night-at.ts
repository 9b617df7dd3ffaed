import { Temporal } from 'temporal-polyfill';

const HOUR = 2;

/** The last two o'clock in the morning in London before `now`: by then the day's work has ended. In the night without one, three o'clock. */
export function lastNightAt(now: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/London');
  const today = local
    .toPlainDate()
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: new Temporal.PlainTime(HOUR) });
  const last = Temporal.ZonedDateTime.compare(today, local) <= 0 ? today : today.subtract({ days: 1 });
  return new Date(last.epochMilliseconds);
}
