import { ageBandOf } from './age-band-of';
import { factKindOf } from './fact-kind-of';
import { knownBirth } from './known-birth';

const at = (iso: string) => new Date(iso);
const child = (year: number, month?: number, day?: number) => ({
  kind: 'child' as const,
  birthDate: { year, month, day },
});

describe('The kind of a person, for the sharing decision', () => {
  const now = at('2026-11-23T12:00:00Z');

  test.each([
    [child(2013, 11, 24), 'u13'],
    [child(2013, 11, 23), '13_15'],
    [child(2010, 11, 24), '13_15'],
    [child(2010, 11, 23), '16_17'],
    [child(2008, 11, 24), '16_17'],
    [child(2008, 11, 23), '18_25'],
    [child(2000, 11, 24), '18_25'],
    [child(2000, 11, 23), 'adult'],
  ])('turns on the birthday (%j is %s)', (person, kind) => {
    expect(factKindOf(person, now)).toBe(kind);
  });

  test('turns at midnight in London, also in summer time', () => {
    const turning13 = child(2013, 7, 1);
    expect(factKindOf(turning13, at('2026-06-30T22:59:00Z'))).toBe('u13');
    expect(factKindOf(turning13, at('2026-06-30T23:00:00Z'))).toBe('13_15');
  });

  test('is not known where a date could mean two kinds, and never guessed', () => {
    expect(factKindOf(child(2013), now)).toBe('unknown');
    expect(factKindOf(child(2019), now)).toBe('u13');
    expect(factKindOf({ kind: 'child' }, now)).toBe('unknown');
  });

  test('follows the birth date where the form said adult', () => {
    expect(factKindOf({ kind: 'adult', birthDate: { year: 2010, month: 12, day: 1 } }, now)).toBe('13_15');
    expect(factKindOf({ kind: 'adult' }, now)).toBe('adult');
  });

  test('is unborn until the baby is four weeks overdue; then somebody must say', () => {
    expect(factKindOf({ kind: 'unborn', expectedDate: '2027-01-10' }, now)).toBe('unborn');
    expect(factKindOf({ kind: 'unborn' }, now)).toBe('unborn');
    expect(factKindOf({ kind: 'unborn', expectedDate: '2026-10-28' }, now)).toBe('unborn');
    expect(factKindOf({ kind: 'unborn', expectedDate: '2026-10-20' }, now)).toBe('unknown');
  });
});

describe('The age band of a person', () => {
  const now = at('2026-11-23T12:00:00Z');

  test('is said only as far as it is known', () => {
    expect(ageBandOf(child(2019, 3, 7), now)).toBe('5-10');
    expect(ageBandOf(child(2015), now)).toBe('not_known');
    expect(ageBandOf({ kind: 'child' }, now)).toBe('not_known');
    expect(ageBandOf({ kind: 'adult' }, now)).toBe('adult');
    expect(ageBandOf({ kind: 'unborn', expectedDate: '2027-01-10' }, now)).toBe('unborn');
  });
});

describe('What is known of a birth', () => {
  test('a baby whom the index holds as unborn is born when a contact tells of a child', () => {
    const index = { kind: 'unborn' as const, expectedDate: '2026-06-01' };
    expect(knownBirth(index, child(2026, 6, 3))).toMatchObject({
      kind: 'child',
      birthDate: { year: 2026, month: 6, day: 3 },
    });
    expect(knownBirth(index, index).kind).toBe('unborn');
  });

  test('the index has the first word on a date, and the contact fills what it lacks', () => {
    expect(knownBirth(child(2015), child(2016)).birthDate).toEqual({ year: 2015 });
    expect(knownBirth({ kind: 'child' }, child(2016)).birthDate).toEqual({ year: 2016 });
    expect(knownBirth(undefined, child(2016)).birthDate).toEqual({ year: 2016 });
  });
});
