import { When } from '@mash/sealing';

export type WhenReading = { readonly when: When } | { readonly error: string };

const DAY = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const NAMED = /^(\d{1,2}) ([a-z]{3,9})(?: (\d{2}|\d{4}))?$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NO_SUCH_DAY = 'There is no such date: check day, month and year';

const iso = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** Two figures mean this century unless that would lie in the future: `98` is 1998. */
function yearOf(typed: string, today: string): number {
  if (typed.length === 4) return Number(typed);
  const year = 2000 + Number(typed);
  return year > Number(today.slice(0, 4)) + 1 ? year - 100 : year;
}

/**
 * When something happened, as a liaison officer types it: `t` today, `y` yesterday, `3/11` the last 3 November, `3/11/24`,
 * `3 Nov 2024`, `2024-11-03`; anything else ("winter 2024", "about March 2024") stays approximate, in its own words.
 * @param today the London day
 */
export function readWhen(typed: string, today: string): WhenReading {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  const lower = text.toLowerCase();
  if (text === '') return { error: 'Enter when it happened, such as 3/11, t for today, or "winter 2024"' };
  if (lower === 't' || lower === 'today') return { when: { date: today } };
  if (lower === 'y' || lower === 'yesterday') return { when: { date: dayBefore(today) } };
  const [, isoYear, isoMonth, isoDay] = ISO.exec(text) ?? [];
  if (isoYear !== undefined) return dayReading(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, day, month, year] = DAY.exec(text) ?? [];
  if (day !== undefined) return inYear(Number(day), Number(month), year, today);
  const [, namedDay, name = '', namedYear] = NAMED.exec(lower) ?? [];
  const named = MONTHS.indexOf(name.slice(0, 3)) + 1;
  if (namedDay !== undefined && named > 0) return inYear(Number(namedDay), named, namedYear, today);
  return approximately(text);
}

function inYear(day: number, month: number, year: string | undefined, today: string): WhenReading {
  if (year !== undefined) return dayReading(yearOf(year, today), month, day);
  const thisYear = Number(today.slice(0, 4));
  const isAhead = iso(thisYear, month, day) > today;
  return dayReading(isAhead ? thisYear - 1 : thisYear, month, day);
}

function dayReading(year: number, month: number, day: number): WhenReading {
  if (!isDay(year, month, day) || year < 1900 || year > 2100) return { error: NO_SUCH_DAY };
  return { when: { date: iso(year, month, day) } };
}

function approximately(text: string): WhenReading {
  const approx = When.safeParse({ approx: text });
  return approx.success ? { when: approx.data } : { error: 'Say roughly when in 80 characters or fewer' };
}
