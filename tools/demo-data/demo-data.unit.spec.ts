import { DEALT_WITH, demoContacts } from './contacts.mjs';
import { FINDINGS, findingsAbout } from './findings.mjs';
import { THEMES } from './narratives.mjs';
import { testNhsNumber, testUpn } from './identifiers.mjs';
import { seededRandom } from './random.mjs';

const NOW = Date.UTC(2026, 10, 23, 9);

interface Contact {
  at: number;
  repeat: boolean;
  source: string;
  narrative: string;
  urgent: boolean;
  themeId: string;
  protectedAddress?: unknown;
  people: {
    kind: string;
    forenames?: string;
    addressProtected?: boolean;
    address?: unknown;
    relation: string;
    birthDate?: { year?: number };
    school?: string;
  }[];
}
const contacts = (seed: number, count = 66) => demoContacts({ seed, count, now: NOW }) as Contact[];

describe('The demo data', () => {
  test('is told the same way again for the same seed, and differently for another', () => {
    expect(contacts(7)).toEqual(contacts(7));
    expect(contacts(7)).not.toEqual(contacts(8));
  });

  test('comes in the published mix: police most, about a fifth of it about families known before', () => {
    const many = contacts(3, 2_000);
    const share = (test: (contact: Contact) => boolean) => many.filter(test).length / many.length;
    expect(share((c) => c.source === '6')).toBeCloseTo(0.24, 1);
    expect(share((c) => c.source === '2A')).toBeGreaterThan(0.08);
    expect(share((c) => c.repeat)).toBeCloseTo(0.22, 1);
  });

  test('always names a child or unborn child as the concern, and lies wholly in the past', () => {
    for (const contact of contacts(5, 500)) {
      expect(contact.people.filter((person) => person.relation === 'concern')).toHaveLength(1);
      expect(contact.at).toBeLessThan(NOW);
      expect(contact.narrative).not.toContain('undefined');
    }
  });

  test('never puts a protected address in the plain', () => {
    const hidden = contacts(9, 500).filter((contact) => contact.protectedAddress);
    expect(hidden.length).toBeGreaterThan(10);
    for (const contact of hidden) expect(contact.people.every((person) => person.address === undefined)).toBe(true);
  });

  test('carries identifiers with true check digits in ranges that nobody has', () => {
    const random = seededRandom(11);
    for (let n = 0; n < 200; n++) {
      const nhs = testNhsNumber(random);
      const sum = Array.from(nhs.slice(0, 9)).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
      expect((11 - (sum % 11)) % 11).toBe(Number(nhs[9]));
      expect(nhs.startsWith('999')).toBe(true);
      const upn = testUpn(random);
      const weight = Array.from(upn.slice(1)).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
      expect('ABCDEFGHJKLMNPQRTUVWXYZ'[weight % 23]).toBe(upn[0]);
    }
  });

  test('has an older half that was dealt with, something late, and something new, on whatever day it is loaded', () => {
    const hours = contacts(20261).map(({ at }) => (NOW - at) / 3_600_000);
    const older = hours.slice(0, Math.ceil(hours.length * DEALT_WITH));
    expect(Math.min(...older)).toBeGreaterThanOrEqual(40);
    const open = hours.slice(older.length);
    expect(open.some((ago) => ago > 24)).toBe(true);
    expect(Math.min(...open)).toBeLessThan(2);
    expect(open.filter((ago) => ago < 24).length).toBeGreaterThan(open.length / 2);
  });

  test('finds about nobody what cannot be true at their age', () => {
    const random = seededRandom(3);
    const find = findingsAbout as (...given: unknown[]) => { category: string }[];
    const all = Object.values(FINDINGS as Record<string, { category: string }[]>).flat();
    const everything = [...new Set(all.map(({ category }) => category))];
    const about = (person: { kind: string; ageBand?: string }): string[] =>
      Object.keys(FINDINGS)
        .flatMap((agency) => Array.from({ length: 40 }, () => find(random, agency, person, everything)).flat())
        .map(({ category }) => category);
    expect(about({ kind: 'child', ageBand: '0-4' })).not.toContain('missing-episodes');
    expect(about({ kind: 'child', ageBand: '0-4' })).not.toContain('education-attendance');
    expect(about({ kind: 'adult', ageBand: 'adult' })).not.toContain('health-development');
    expect(about({ kind: 'child', ageBand: '11-15' })).toEqual(
      expect.arrayContaining(['missing-episodes', 'education-attendance']),
    );
    expect(about({ kind: 'unborn' })).not.toContain('health-injuries');
  });

  test('tells of a child what can be true at their age, and sends nobody to a school for others', () => {
    for (const { people, themeId } of contacts(13, 1_000)) {
      const [concern] = people.filter(({ relation }) => relation === 'concern');
      const { bands } = (THEMES as Record<string, { bands?: string[] }>)[themeId] ?? {};
      const age = ageOf(concern?.birthDate);
      if (bands !== undefined && age !== undefined) expect([themeId, bands]).toEqual([themeId, bandsAt(age, bands)]);
      for (const { birthDate, school } of people)
        if (school?.includes('Primary')) expect(ageOf(birthDate) ?? 5).toBeLessThanOrEqual(11);
    }
  });
});

const ageOf = (born?: { year?: number }) => born?.year && new Date(NOW).getUTCFullYear() - born.year;
/** The bands again where one of them holds this age, give or take the year that a birth year alone leaves open; else none. */
const bandsAt = (age: number, bands: string[]) => {
  const holds = (band: string) => {
    const [from = 0, to = 0] = band.split('-').map(Number);
    return age >= from - 1 && age <= to + 2;
  };
  return bands.some(holds) ? bands : [];
};
