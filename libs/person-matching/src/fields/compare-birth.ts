import type { ComparablePerson, KnownBirthDate } from '../comparable-person';
import { missing, type Finding } from '../scoring/finding';
import { MATCH_WEIGHTS } from '../scoring/match-weights';

const weights = MATCH_WEIGHTS.birthDate;
const DAY = 86_400_000;

type Parts = readonly [year: number, month: number | undefined, day: number | undefined];

const similar = (words: string, bits: number): Finding => ({ field: 'birthDate', agreement: 'similar', words, bits });
const different: Finding = {
  field: 'birthDate',
  agreement: 'different',
  words: 'Different birth dates',
  bits: weights.different,
};

function partsOf(date?: KnownBirthDate): Parts | undefined {
  if (date?.year === undefined) return undefined;
  return [date.year, date.month, date.month === undefined ? undefined : date.day];
}

const isFirstOfJanuary = ([, month, day]: Parts): boolean => month === 1 && day === 1;

/** Two years that a slip of the pen makes of one: a figure wrong by ten, two figures swapped, or the year before or after. */
function yearsOneSlipApart(a: number, b: number): boolean {
  const swapped =
    Math.floor(a / 100) === Math.floor(b / 100) &&
    a % 10 === Math.floor((b % 100) / 10) &&
    b % 10 === Math.floor((a % 100) / 10);
  return swapped || [1, 10].includes(Math.abs(a - b));
}

function compareWhole([yearA, monthA, dayA]: Parts, [yearB, monthB, dayB]: Parts): Finding {
  const sameYear = yearA === yearB;
  if (sameYear && monthA === dayB && dayA === monthB)
    return similar('Day and month the other way round', weights.dayAndMonthSwapped);
  const differing = [!sameYear, monthA !== monthB, dayA !== dayB].filter(Boolean).length;
  if (differing === 1 && (sameYear || yearsOneSlipApart(yearA, yearB))) {
    return similar(
      `Birth dates differ in the ${sameYear ? (monthA === monthB ? 'day' : 'month') : 'year'} only`,
      weights.onePartDiffers,
    );
  }
  return different;
}

function compareParts(a: Parts, b: Parts, about: boolean): Finding {
  const [sameYear, sameMonth, sameDay] = [0, 1, 2].map((part) => a[part] === b[part]);
  const whole = a[2] !== undefined && b[2] !== undefined;
  if (sameYear && (isFirstOfJanuary(a) || isFirstOfJanuary(b))) {
    return similar('Same year; 1 January often stands for "not known"', weights.firstOfJanuary);
  }
  if (about) {
    return Math.abs(a[0] - b[0]) <= 1 ? similar('About the same age; one date is a guess', weights.about) : different;
  }
  if (whole && sameYear && sameMonth && sameDay) {
    return { field: 'birthDate', agreement: 'same', words: 'Same birth date', bits: weights.same };
  }
  if (whole) return compareWhole(a, b);
  if (!sameYear) return different;
  if (a[1] === undefined || b[1] === undefined)
    return similar('Same year of birth; no more is known', weights.yearOnly);
  return sameMonth ? similar('Same month of birth; the day is not known', weights.monthAndYear) : different;
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / DAY;
}

function wholeDate(date?: KnownBirthDate): string | undefined {
  if (date?.year === undefined || date.month === undefined || date.day === undefined) return undefined;
  return [String(date.year), ...[date.month, date.day].map((part) => String(part).padStart(2, '0'))].join('-');
}

/** A child expected and a child born, or two expected: six weeks either way is the same baby, perhaps. */
function compareExpected(a: ComparablePerson, b: ComparablePerson): Finding {
  const [left, right] = [a, b].map((person) => wholeDate(person.birthDate) ?? person.expectedDate);
  if (left === undefined || right === undefined) return missing('birthDate');
  const days = daysApart(left, right);
  if (Number.isNaN(days)) return missing('birthDate');
  return days <= 42 ? similar('Born, or expected, at about the same time', weights.expected) : different;
}

/** Birth dates: whole, in part, guessed, swapped, or not yet. */
export function compareBirth(a: ComparablePerson, b: ComparablePerson): Finding {
  const [left, right] = [partsOf(a.birthDate), partsOf(b.birthDate)];
  if (!left || !right) return compareExpected(a, b);
  return compareParts(left, right, a.birthDate?.approximate === true || b.birthDate?.approximate === true);
}
