import type { IntakeFacts } from '@mash/contracts';
import type { KeptStatement } from './consent-of-subject';
import { weightsOf } from './consent-weights';
import { withoutCopies } from './without-copies';

const [CHILD, MOTHER, STEPFATHER] = ['child', 'mother', 'stepfather'] as const;
const NOW = new Date('2026-11-26T10:00:00Z');
const PERSON = {
  ...{ personId: CHILD, kind: 'u13', competence: 'not_assessed', objects: false, provenParents: [MOTHER] },
  ...{
    relation: 'concern',
    identity: 'confirmed',
    dispute: 'none',
    parentalResponsibilityProven: false,
    protected: [],
  },
} satisfies IntakeFacts['people'][number];

let written = 0;
const said = (statementId: string, change: Partial<KeptStatement> & { day?: number; writtenAt?: Date } = {}) => ({
  ...{ statementId, personId: CHILD, kind: 'sharing', state: 'given', ground: null, givenBy: 'other', how: null },
  ...{ givenById: STEPFATHER, bodies: [], purposes: [], wordsKid: null, groundAccepted: null, writtenAt: null },
  ...{ statedAt: new Date(Date.UTC(2026, 10, change.day ?? 20, 12)), recordedAt: new Date(written++) },
  ...change,
});
type Said = ReturnType<typeof said>;
const weights = (...newestFirst: Said[]) => [...weightsOf(newestFirst as never, [PERSON], NOW).values()];

describe('What each statement counts for', () => {
  const yes = said('yes', { givenBy: 'parent_with_pr', givenById: MOTHER });

  test('is nothing for the later word of somebody who may not speak for the child', () => {
    expect(weights(said('no', { state: 'refused', day: 25 }), yes)).toEqual(['not_heard', 'counts']);
  });

  test('is history for what the same speaker said before, and for a yes that was taken back', () => {
    const earlier = said('earlier', { state: 'refused', givenBy: 'parent_with_pr', givenById: MOTHER });
    expect(weights(yes, earlier)).toEqual(['counts', 'superseded']);
    const nobodys = said('nobody', { state: 'withdrawn', givenBy: 'not_applicable', givenById: null } as never);
    expect(weights(nobodys, yes)).toEqual(['counts', 'superseded']);
  });

  test('counts of a no as well as of the narrow yes after it: it stands for all whom that leaves out', () => {
    const refused = said('refused', { state: 'refused', givenBy: 'parent_with_pr', givenById: MOTHER } as never);
    const toOne = said('to one', { givenBy: 'parent_with_pr', givenById: MOTHER, bodies: ['school'] } as never);
    const forOne = said('for one', { givenBy: 'parent_with_pr', givenById: MOTHER, purposes: ['EH'] } as never);
    expect(weights(toOne, refused)).toEqual(['counts', 'counts']);
    expect(weights(forOne, refused)).toEqual(['counts', 'counts']);
    expect(weights(yes, toOne, refused)).toEqual(['counts', 'superseded', 'superseded']);
  });

  test('of two parents who differ is the same for both', () => {
    const father = said('father', { state: 'refused', givenBy: 'parent_with_pr', givenById: 'father' } as never);
    expect(weights(father, yes)).toEqual(['counts', 'counts']);
  });

  test('of "not known" is nothing, and of "not asked" what it is where nobody who may speak has spoken', () => {
    const unknown = said('unknown', { state: 'unknown', givenBy: 'not_applicable' });
    const nobody = { state: 'not_sought', givenBy: 'not_applicable', givenById: null } as never;
    const notAsked = said('not asked', nobody);
    expect(weights(unknown, said('his'), notAsked)).toEqual(['says_nothing', 'not_heard', 'counts']);
    expect(weights(notAsked, yes)).toEqual(['not_heard', 'counts']);
  });

  test('is nothing of somebody who is not on the roster', () => {
    expect(weights(said('other', { personId: 'somebody' }))).toEqual(['not_heard']);
  });
});

describe('A statement that was passed on because somebody was matched', () => {
  const at = new Date('2026-11-20T09:00:00Z');
  const [first, again] = [said('first', { writtenAt: at }), said('again', { writtenAt: at })];
  const kept = (...newestFirst: Said[]) => withoutCopies(newestFirst as never).map((one) => (one as Said).statementId);

  test('is read once, as it was first written down, with the words and the ground that were decided there', () => {
    expect(kept(again, first)).toEqual(['first']);
  });

  test('is read where words, or what a manager said of its ground, are its own', () => {
    expect(kept({ ...again, wordsKid: 'k' } as never, first)).toEqual(['again', 'first']);
    expect(kept({ ...again, groundAccepted: true }, first)).toEqual(['again', 'first']);
  });

  test('is no other statement of the same contact, and none that somebody made here with the same words', () => {
    expect(kept({ ...again, givenById: MOTHER }, first)).toHaveLength(2);
    expect(kept({ ...again, personId: 'sister' }, first)).toHaveLength(2);
    const [one, two] = [said('one'), said('two')];
    expect(kept(two, { ...one, recordedAt: two.recordedAt })).toEqual(['two', 'one']);
  });
});
