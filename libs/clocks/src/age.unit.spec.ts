import { ageBandOn, ageWords, partialDateOf, partialDateWords } from './index';

const now = new Date('2026-11-23T12:00:00Z');
const words = (birthDate: string, at = now): string => ageWords({ birthDate }, at);

describe('An age in words', () => {
  test.each([
    ['2026-11-23', 'born today'],
    ['2026-11-22', '1 day'],
    ['2026-11-10', '13 days'],
    ['2026-11-01', '3 weeks'],
    ['2026-06-20', '5 months'],
    ['2024-11-24', '23 months'],
    ['2024-11-23', '2 years'],
    ['2015-11-24', '10 years'],
    ['2015', '10 or 11 years'],
    ['2015-03', '11 years'],
    ['2027-01-01', 'age not known'],
    ['2015-02-30', 'age not known'],
    ['about ten', 'age not known'],
  ])('of someone born %s is %s', (birthDate, expected) => {
    expect(words(birthDate)).toBe(expected);
  });

  test('is born today by the London day, not by the clock of a server', () => {
    expect(words('2026-07-01', new Date('2026-06-30T23:30:00Z'))).toBe('born today');
  });

  test('of a leap-day child grows on 1 March of an ordinary year', () => {
    expect(words('2020-02-29', new Date('2026-02-28T12:00:00Z'))).toBe('5 years');
    expect(words('2020-02-29', new Date('2026-03-01T12:00:00Z'))).toBe('6 years');
    expect(words('2020-02-29', new Date('2028-02-29T12:00:00Z'))).toBe('8 years');
  });

  test('stays approximate', () => {
    expect(ageWords({ birthDate: '2020-03-01', approximate: true }, now)).toBe('about 6 years');
    expect(partialDateWords('2024-03')).toBe('March 2024');
    expect(partialDateWords('2024-03-05')).toBe('5 March 2024');
  });

  test('of an unborn child is when it is expected, and how far past that', () => {
    expect(ageWords({ expectedDate: '2027-03-03' }, now)).toBe('unborn, expected 3 March 2027');
    expect(ageWords({ expectedDate: '2026-11-11' }, now)).toBe('unborn, expected 11 November 2026 (12 days past)');
    expect(ageWords({}, now)).toBe('age not known');
  });
});

describe('An age band', () => {
  test.each([
    ['2026-11-23', '0-4'],
    ['2021-11-24', '0-4'],
    ['2021-11-23', '5-10'],
    ['2015-11-23', '11-15'],
    ['2010-11-23', '16-17'],
    ['2008-11-23', '18-25'],
    ['2000-11-23', 'adult'],
    ['2015-03', '11-15'],
    ['2013', '11-15'],
    ['2015', 'not_known'], // ten or eleven: two bands
    ['2027-01-01', 'not_known'],
  ])('of someone born %s is %s', (birthDate, band) => {
    expect(ageBandOn({ birthDate }, now)).toBe(band);
  });

  test('of an unborn child needs an expected date', () => {
    expect(ageBandOn({ expectedDate: '2027-03-03' }, now)).toBe('unborn');
    expect(ageBandOn({}, now)).toBe('not_known');
  });
});

describe('A date from three boxes', () => {
  test('is as long as its parts carry', () => {
    expect(partialDateOf({ year: 2024, month: 3, day: 5 })).toBe('2024-03-05');
    expect(partialDateOf({ year: 2024, month: 3 })).toBe('2024-03');
    expect(partialDateOf({ year: 2024, day: 5 })).toBe('2024');
    expect(partialDateOf({ month: 3, day: 5 })).toBeUndefined();
  });
});
