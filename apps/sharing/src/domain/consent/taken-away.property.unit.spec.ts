import type { IntakeFacts } from '@mash/contracts';
import * as fc from 'fast-check';
import { decidedBy } from '../decided-by';
import { consentStanding } from './consent-standing';
import type { KeptStatement } from './consent-of-subject';
import { takenAway } from './taken-away';

type Person = IntakeFacts['people'][number];
const born: Person = {
  ...{ personId: 'born', kind: 'u13', relation: 'concern', identity: 'confirmed', objects: false, dispute: 'none' },
  ...{ parentalResponsibilityProven: true, competence: 'not_assessed', protected: [] },
};
const unborn: Person = { ...born, personId: 'unborn', kind: 'unborn' };
const intake = { siblingBorn: true, people: [born, unborn] } as unknown as IntakeFacts;

const BODIES = ['police', 'school'];
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 24, hour));
const anyWord = fc.record({
  personId: fc.constantFrom<string[]>('unborn', 'unborn', 'born'),
  state: fc.constantFrom<KeptStatement['state'][]>('given', 'given', 'refused', 'withdrawn', 'not_sought', 'unknown'),
  givenById: fc.constantFrom('mother', 'mother', 'father'),
  bodies: fc.oneof(fc.constant<string[]>([]), fc.subarray(BODIES)),
});
const anyWords = fc.array(anyWord, { minLength: 1, maxLength: 6 });
type Word = typeof anyWord extends fc.Arbitrary<infer One> ? One : never;

/** One an hour, newest first. */
const keptOf = (words: readonly Word[]) =>
  words.map(({ personId, state, givenById, bodies }, n) => {
    const isAsked = state !== 'not_sought' && state !== 'unknown';
    return {
      ...{ personId, kind: 'sharing' as const, state, ground: null, bodies, purposes: [] },
      givenBy: isAsked ? ('parent_with_pr' as const) : ('not_applicable' as const),
      givenById: isAsked ? givenById : null,
      recordedAt: at(words.length - n),
    };
  });

function told(person: Person, words: readonly Word[], threshold = 's17') {
  const statements = keptOf(words);
  const whose = (stated: readonly KeptStatement[]) => decidedBy(person, intake, stated, 'sharing');
  const holders = BODIES.map((agencyId) => ({ agencyId, heldSince: at(0) }));
  const away = takenAway(holders, {
    ...{ person, whose, kind: 'sharing', statements, lines: [], hub: 'council', threshold, now: at(20) },
  });
  const standing = (toAgencyId: string) =>
    consentStanding(statements, whose(statements), 'sharing', at(20), { toAgencyId });
  return { away: away.flatMap(({ told: bodies }) => bodies), standing };
}

const RUNS = { numRuns: 1000, seed: 20_261_130 };
const forAnyWords = (holds: (person: Person, words: Word[], n: number) => void): void =>
  fc.assert(fc.property(fc.constantFrom(born, unborn), anyWords, fc.nat(), holds), RUNS);

/** Whatever was said, of a child or of an unborn one that a sister decides (docs/domain/consent.md, "Who is told"). */
describe('Whoever holds something', () => {
  test('is told once, and of nothing at section 47', () => {
    forAnyWords((person, words) => {
      const bodies = told(person, words).away.map(({ agencyId }) => agencyId);
      expect(new Set(bodies).size).toBe(bodies.length);
      expect(told(person, words, 's47').away).toEqual([]);
    });
  });

  test('is told nothing while a yes without dispute reaches everybody who holds something', () => {
    forAnyWords((person, words) => {
      const { away, standing } = told(person, words);
      const isPlainYes = (agencyId: string) => {
        const { state, dispute } = standing(agencyId);
        return state === 'given' && !dispute;
      };
      if (away.length > 0) expect(BODIES.every(isPlainYes)).toBe(false);
    });
  });

  test('is told the same whatever is said not to be known', () => {
    forAnyWords((person, words, n) => {
      const unknown: Word = { personId: person.personId, state: 'unknown', givenById: 'mother', bodies: [] };
      const known = words.filter(({ state }) => state !== 'unknown');
      const spot = n % (known.length + 1);
      const asked = (all: readonly Word[]) =>
        told(person, all)
          .away.map(({ agencyId, state }) => `${agencyId} ${state}`)
          .sort();
      expect(asked([...known.slice(0, spot), unknown, ...known.slice(spot)])).toEqual(asked(known));
    });
  });
});
