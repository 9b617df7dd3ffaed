import type { BirthDate } from '@mash/contracts';
import type { FieldError } from './field-error';
import type { Posted } from './posted';

export interface DateReading<Value> {
  readonly date?: Value;
  readonly errors?: readonly FieldError[];
}

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const partsOf = (posted: Posted, name: string): Parts => ({
  day: posted.text(`${name}-day`),
  month: posted.text(`${name}-month`),
  year: posted.text(`${name}-year`),
});

const number = (text: string, least: number, most: number): number | undefined =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (text: string): number | undefined => {
  const byName = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return byName === -1 ? number(text, 1, 12) : byName + 1;
};

/** Whether the calendar has that day. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const says = (field: string, text: string): { errors: FieldError[] } => ({ errors: [{ field, text }] });

/** A whole date, such as when a baby is expected; nothing at all where nothing was typed. */
export function readDate(posted: Posted, name: string): DateReading<string> {
  const typed = partsOf(posted, name);
  if (typed.day === '' && typed.month === '' && typed.year === '') return {};
  const [day, month, year] = [number(typed.day, 1, 31), monthOf(typed.month), number(typed.year, 1900, 2100)];
  if (day === undefined) return says(`${name}-day`, 'Enter the day as a number, such as 27');
  if (month === undefined) return says(`${name}-month`, 'Enter the month as a number, such as 3');
  if (year === undefined) return says(`${name}-year`, 'Enter the year with four digits');
  if (!isDay(year, month, day)) return says(`${name}-day`, 'There is no such date: check day, month and year');
  return { date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

/**
 * A birth date as far as it is known: year; month and year; or all three, with a box for "about". It is never in the future and never
 * filled up: what is not known stays open.
 */
export function readPartialDate(posted: Posted, name: string, now: Date): DateReading<BirthDate> {
  const typed = partsOf(posted, name);
  if (typed.day === '' && typed.month === '' && typed.year === '') return {};
  const [day, month, year] = [number(typed.day, 1, 31), monthOf(typed.month), number(typed.year, 1900, 2100)];
  if (year === undefined) return says(`${name}-year`, 'Enter at least the year of birth, with four digits');
  if (typed.month !== '' && month === undefined)
    return says(`${name}-month`, 'Enter the month as a number, or leave it empty');
  if (typed.day !== '' && day === undefined) return says(`${name}-day`, 'Enter the day as a number, or leave it empty');
  if (day !== undefined && month === undefined)
    return says(`${name}-month`, 'Enter the month too, or leave the day empty');
  if (day !== undefined && month !== undefined && !isDay(year, month, day))
    return says(`${name}-day`, 'There is no such date: check day, month and year');
  if (Date.UTC(year, (month ?? 1) - 1, day ?? 1) > now.getTime())
    return says(`${name}-year`, 'The date of birth must be in the past');
  const approximate = posted.ticked(`${name}-about`);
  return { date: { year, ...(month && { month }), ...(day && { day }), ...(approximate && { approximate }) } };
}
