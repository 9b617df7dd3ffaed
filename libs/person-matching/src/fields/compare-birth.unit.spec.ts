import type { KnownBirthDate } from '../index';
import { compareBirth } from './compare-birth';

const date = (year: number, month?: number, day?: number, approximate?: boolean): KnownBirthDate => ({
  year,
  month,
  day,
  approximate,
});

describe('Birth dates', () => {
  test.each<[string, KnownBirthDate | undefined, KnownBirthDate | undefined, string, string]>([
    ['the same', date(2015, 3, 7), date(2015, 3, 7), 'same', 'Same birth date'],
    ['day and month swapped', date(2015, 3, 7), date(2015, 7, 3), 'similar', 'Day and month the other way round'],
    ['another day', date(2015, 3, 7), date(2015, 3, 17), 'similar', 'Birth dates differ in the day only'],
    ['another month', date(2015, 3, 7), date(2015, 4, 7), 'similar', 'Birth dates differ in the month only'],
    ['the year before', date(2015, 3, 7), date(2014, 3, 7), 'similar', 'Birth dates differ in the year only'],
    [
      'two figures of the year swapped',
      date(1987, 3, 7),
      date(1978, 3, 7),
      'similar',
      'Birth dates differ in the year only',
    ],
    ['four years apart', date(2015, 3, 7), date(2011, 3, 7), 'different', 'Different birth dates'],
    ['another day and month', date(2015, 3, 7), date(2015, 5, 9), 'different', 'Different birth dates'],
    [
      'the 1st of January on both',
      date(2015, 1, 1),
      date(2015, 1, 1),
      'similar',
      'Same year; 1 January often stands for "not known"',
    ],
    [
      'the 1st of January on one',
      date(2015, 1, 1),
      date(2015, 9, 20),
      'similar',
      'Same year; 1 January often stands for "not known"',
    ],
    ['the 1st of January of another year', date(2011, 1, 1), date(2015, 9, 20), 'different', 'Different birth dates'],
    ['only the month known', date(2015, 3), date(2015, 3, 7), 'similar', 'Same month of birth; the day is not known'],
    ['another month, no day', date(2015, 4), date(2015, 3, 7), 'different', 'Different birth dates'],
    ['only the year known', date(2015), date(2015, 3, 7), 'similar', 'Same year of birth; no more is known'],
    [
      'a guess a year off',
      date(2014, 6, 1, true),
      date(2015, 3, 7),
      'similar',
      'About the same age; one date is a guess',
    ],
    ['a guess far off', date(2009, 6, 1, true), date(2015, 3, 7), 'different', 'Different birth dates'],
    ['none on one side', undefined, date(2015, 3, 7), 'missing', 'Not known on one side or both'],
    ['a day without a year', { day: 7, month: 3 }, date(2015, 3, 7), 'missing', 'Not known on one side or both'],
  ])('%s', (_what, a, b, agreement, words) => {
    expect(compareBirth({ birthDate: a }, { birthDate: b })).toMatchObject({ agreement, words });
    expect(compareBirth({ birthDate: b }, { birthDate: a })).toMatchObject({ agreement, words });
  });

  test('of a child expected and a child born at about that time are similar', () => {
    const born = { birthDate: date(2026, 10, 30) };
    expect(compareBirth({ expectedDate: '2026-11-12' }, born).agreement).toBe('similar');
    expect(compareBirth({ expectedDate: '2027-03-01' }, born).agreement).toBe('different');
    expect(compareBirth({ expectedDate: '2026-11-12' }, { expectedDate: '2026-11-20' }).agreement).toBe('similar');
    expect(compareBirth({ expectedDate: 'soon' }, born).agreement).toBe('missing');
  });
});
