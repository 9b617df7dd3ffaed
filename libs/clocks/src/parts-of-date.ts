import type { PartialDate } from './partial-date';

/** A date as a form asks for it: three boxes, any of which may be empty. */
export interface PartsOfDate {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

/** @returns the date as far as its parts carry (a day without its month says nothing), or undefined without a year. */
export function partialDateOf({ year, month, day }: PartsOfDate): PartialDate | undefined {
  if (year === undefined) return undefined;
  if (month === undefined) return padded(year, 4);
  const toMonth = `${padded(year, 4)}-${padded(month, 2)}`;
  return day === undefined ? toMonth : `${toMonth}-${padded(day, 2)}`;
}
