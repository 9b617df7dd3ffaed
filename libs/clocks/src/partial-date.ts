import { Temporal } from 'temporal-polyfill';

/** A date as far as it is known: `2024`, `2024-03` or `2024-03-15`. */
export type PartialDate = string;

/** The first and the last day that a partial date may mean. */
export interface DateSpan {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** @returns the days a partial date may mean, or undefined if it is no date (30 February, a word). */
export function spanOf(date: PartialDate): DateSpan | undefined {
  const match = PARTIAL.exec(date);
  if (!match) return undefined;
  const year = Number(match[1]);
  const [month, day] = [match[2], match[3]].map((part) => (part === undefined ? undefined : Number(part)));
  try {
    const first = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 }, { overflow: 'reject' });
    if (day !== undefined) return { first, last: first };
    return { first, last: first.add(month === undefined ? { years: 1 } : { months: 1 }).subtract({ days: 1 }) };
  } catch (error) {
    if (error instanceof RangeError) return undefined; // no such day in the calendar
    throw error;
  }
}
