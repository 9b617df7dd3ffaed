import { Temporal } from 'temporal-polyfill';

/** When a day begins in London. @param later so many days after it */
export function startOfDay(day: string, later: number): Date {
  const begins = Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime('Europe/London');
  return new Date(begins.epochMilliseconds);
}
