import { Temporal } from 'temporal-polyfill';
import { ageRange, yearsBetween, type Birth } from './age';
import { londonDay } from './london';
import { monthName } from './london-date';
import { spanOf, type PartialDate } from './partial-date';

const count = (value: number, unit: string): string => `${value} ${unit}${value === 1 ? '' : 's'}`;

/** `15 March 2024`, `March 2024` or `2024`: no more than is known. Anything that is no date comes back as "not known". */
export function partialDateWords(date: PartialDate): string {
  if (!spanOf(date)) return 'not known';
  const [year, month, day] = date.split('-').map(Number);
  return [day, month === undefined ? undefined : monthName(month), year].filter((part) => part !== undefined).join(' ');
}

function youngAge(born: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = born.until(today, { largestUnit: 'days' }).days;
  if (days === 0) return 'born today';
  if (days < 14) return count(days, 'day');
  const { months } = born.until(today, { largestUnit: 'months' });
  return months < 3 ? count(Math.floor(days / 7), 'week') : count(months, 'month');
}

function unbornWords(expected: PartialDate, today: Temporal.PlainDate): string {
  const span = spanOf(expected);
  if (!span) return 'unborn, date not known';
  const past = span.last.until(today, { largestUnit: 'days' }).days;
  return `unborn, expected ${partialDateWords(expected)}${past > 0 ? ` (${count(past, 'day')} past)` : ''}`;
}

/** An age beside a birth date: `4 years`, `5 months`, `born today`, `about 4 years`, `10 or 11 years`, `unborn, expected 3 March 2027`. */
export function ageWords(birth: Birth, now: Date): string {
  const today = londonDay(now);
  if (birth.birthDate === undefined) {
    return birth.expectedDate === undefined ? 'age not known' : unbornWords(birth.expectedDate, today);
  }
  const [range, span] = [ageRange(birth, now), spanOf(birth.birthDate)];
  if (!range || !span) return 'age not known';
  const about = birth.approximate === true ? 'about ' : '';
  if (range.least !== range.most) return `${about}${range.least} or ${range.most} years`;
  const exact = span.first.equals(span.last);
  if (exact && yearsBetween(span.first, today) < 2) return `${about}${youngAge(span.first, today)}`;
  return `${about}${count(range.least, 'year')}`;
}
