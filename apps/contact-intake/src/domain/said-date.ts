import type { PartialDate } from '@mash/clocks';
import type { BirthDate } from '@mash/contracts';

const padded = (value: number): string => String(value).padStart(2, '0');

/** A birth date as it was said, as text: `2019`, `2019-03`, `2019-03-07`; undefined where not even the year is known. */
export function saidDate({ year, month, day }: BirthDate): PartialDate | undefined {
  if (year === undefined) return undefined;
  if (month === undefined) return String(year); // a day without its month says nothing
  return day === undefined ? `${year}-${padded(month)}` : `${year}-${padded(month)}-${padded(day)}`;
}

/** The whole date, or undefined where any part of it is missing or it is only about right. */
export function wholeDate(date: BirthDate | undefined): string | undefined {
  if (date?.year === undefined || date.month === undefined || date.day === undefined) return undefined;
  return date.approximate === true ? undefined : saidDate(date);
}
