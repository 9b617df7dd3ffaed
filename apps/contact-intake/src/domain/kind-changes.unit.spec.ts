import { birthsToLookAt, kindChanges } from './kind-changes';

const at = (iso: string) => new Date(iso);
const child = (year: number, month?: number, day?: number) => ({
  kind: 'child' as const,
  birthDate: { year, month, day },
});
const [evening, morning] = [at('2026-07-01T20:00:00Z'), at('2026-07-02T06:00:00Z')];

describe('A kind that changes', () => {
  test.each([13, 16, 18, 26])('does so on the birthday of %i, at midnight in London', (age) => {
    const person = child(2026 - age, 7, 2);
    expect(kindChanges(person, evening, morning)).toBe(true);
    expect(kindChanges(person, evening, at('2026-07-01T22:59:00Z'))).toBe(false);
    expect(kindChanges(person, at('2026-07-01T23:00:00Z'), morning)).toBe(false);
  });

  test('is not that of another birthday, nor of somebody of whom no date is known', () => {
    for (const person of [child(2012, 7, 2), child(2010, 7, 3), { kind: 'adult' as const }, { kind: 'child' as const }])
      expect(kindChanges(person, evening, morning)).toBe(false);
  });

  test('is also that of a year without a day, as it begins and ends, and of a baby who is long due', () => {
    expect(kindChanges(child(2010), at('2025-12-31T12:00:00Z'), at('2026-01-01T12:00:00Z'))).toBe(true);
    expect(kindChanges(child(2010), at('2026-12-30T12:00:00Z'), at('2026-12-31T12:00:00Z'))).toBe(true);
    const unborn = { kind: 'unborn' as const, expectedDate: '2026-06-04' };
    expect(kindChanges(unborn, evening, morning)).toBe(true);
  });

  test('is looked for among all for whom it can be so', () => {
    const { years, expectedFrom, expectedTo } = birthsToLookAt(at('2025-12-30T12:00:00Z'), morning);
    expect(years).toEqual(expect.arrayContaining([2009, 2010, 2012, 2013, 2007, 2008, 1999, 2000]));
    expect('2026-06-04' >= expectedFrom && '2026-06-04' <= expectedTo).toBe(true);
    expect(birthsToLookAt(evening, morning).years).not.toContain(2011);
  });
});
