import type { IntakeFacts } from '@mash/contracts';
import type { KeptStatement } from './consent-of-subject';
import { decidedBy } from '../decided-by';
import { takenAway } from './taken-away';

const person: IntakeFacts['people'][number] = {
  ...{ personId: 'child', kind: 'u13', relation: 'concern', identity: 'confirmed', objects: false, dispute: 'none' },
  ...{ parentalResponsibilityProven: true, competence: 'not_assessed', protected: [] },
};
const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
/** Said at this hour; lists are newest first. */
const said = (hour: number, state: KeptStatement['state'], rest: Partial<KeptStatement> = {}) => ({
  ...({ personId: 'child', kind: 'sharing', state, ground: null, givenBy: 'parent_with_pr' } as const),
  ...{ givenById: 'mother', bodies: [], purposes: [], ...rest },
  recordedAt: at(hour),
});
type Said = ReturnType<typeof said>;
const told = (
  statements: readonly Said[],
  holder: { heldSince?: Date; toldAt?: Date } = {},
  threshold = 's17',
): string[] =>
  takenAway([{ agencyId: 'police', heldSince: at(2), ...holder }], {
    ...{ person, kind: 'sharing', statements, lines: [], hub: 'council', threshold, now: at(20) },
  }).flatMap(({ by, told: bodies }) => bodies.map(({ state }) => `${state} at ${String(by.recordedAt.getUTCHours())}`));

describe('What was taken away while nothing rested on it, and is told once it counts,', () => {
  test.each(['withdrawn', 'refused'] as const)('is a yes that is %s', (state) => {
    expect(told([said(5, state), said(1, 'given')])).toEqual([`${state} at 5`]);
  });

  test('is a refusal where nobody had said anything', () => {
    expect(told([said(5, 'refused')])).toEqual(['refused at 5']);
  });

  test('is what two parents have come to differ about', () => {
    const father = { givenById: 'father' };
    expect(told([said(5, 'refused', father), said(1, 'given')])).toEqual(['given at 5']);
    expect(told([said(5, 'given', father), said(1, 'refused')])).toEqual(['given at 5']);
  });

  test('is a later yes that leaves the body out', () => {
    expect(told([said(5, 'given', { bodies: ['school'] }), said(1, 'given')])).toEqual(['withdrawn at 5']);
  });

  test('is told once, under the newest word that took it away: of the same word said twice, the first', () => {
    expect(told([said(7, 'withdrawn'), said(5, 'refused'), said(1, 'given')])).toEqual(['withdrawn at 7']);
    expect(told([said(7, 'withdrawn'), said(5, 'withdrawn'), said(1, 'given')])).toEqual(['withdrawn at 5']);
  });

  test('is nothing at section 47, where a yes stands again, or of another consent or person', () => {
    expect(told([said(5, 'refused'), said(1, 'given')], {}, 's47')).toEqual([]);
    expect(told([said(6, 'given'), said(5, 'refused'), said(1, 'given')])).toEqual([]);
    expect(told([])).toEqual([]);
    expect(told([said(5, 'refused', { personId: 'sibling' })])).toEqual([]);
    expect(told([{ ...said(5, 'refused'), kind: 'service' } as unknown as Said])).toEqual([]);
  });

  test('is nothing to whoever was asked with that word known, unless a yes was said since that counts no more', () => {
    const after = { heldSince: at(6) };
    expect(told([said(5, 'refused'), said(1, 'given')], after)).toEqual([]);
    expect(told([said(6, 'given', { givenBy: 'self', givenById: 'child' }), said(5, 'refused')], after)).toEqual([
      'refused at 5',
    ]);
  });

  test('is nothing to whoever was told since, under whichever statement; what was told before that is another matter', () => {
    const no = [said(5, 'refused'), said(4, 'given'), said(3, 'withdrawn'), said(1, 'given')];
    expect(told(no, { toldAt: at(5) })).toEqual([]);
    expect(told(no, { toldAt: at(3) })).toEqual(['refused at 5']);
  });

  describe('of an unborn child that a brother or sister decides', () => {
    const unborn = { ...person, personId: 'unborn', kind: 'unborn' } as const;
    const intake = { siblingBorn: true, people: [person, unborn] } as unknown as IntakeFacts;
    const toldOfUnborn = (...statements: Said[]): string[] =>
      takenAway([{ agencyId: 'police', heldSince: at(2) }], {
        ...{ person: unborn, kind: 'sharing', statements, lines: [], hub: 'council', threshold: 's17', now: at(20) },
        whose: (stated) => decidedBy(unborn, intake, stated, 'sharing'),
      }).flatMap(({ by, told: bodies }) =>
        bodies.map(({ state }) => `${state} at ${String(by.recordedAt.getUTCHours())}`),
      );
    const ofIt = { personId: 'unborn' };

    test('is nothing where "not known" is said of it: the yes of its sibling stands', () => {
      expect(toldOfUnborn(said(5, 'unknown', ofIt), said(1, 'given'))).toEqual([]);
      expect(toldOfUnborn(said(6, 'unknown', ofIt), said(5, 'unknown', ofIt), said(1, 'given'))).toEqual([]);
    });

    test('is what is first said of it itself, whatever is not known since', () => {
      expect(toldOfUnborn(said(5, 'refused', ofIt), said(1, 'given'))).toEqual(['refused at 5']);
      expect(toldOfUnborn(said(6, 'unknown', ofIt), said(5, 'refused', ofIt), said(1, 'given'))).toEqual([
        'refused at 5',
      ]);
    });
  });
});
