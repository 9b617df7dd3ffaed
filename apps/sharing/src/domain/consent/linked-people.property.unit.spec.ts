import type { IntakeFacts } from '@mash/contracts';
import * as fc from 'fast-check';
import { asOnePerson } from './as-one-person';
import { consentOfSubject, type KeptStatement } from './consent-of-subject';
import { newestFirst } from './newest-first';
import { withoutCopies } from './without-copies';

const CHILDREN = ['ada', 'wren'] as const;
const PARENTS = ['mother', 'father'] as const;
const PEOPLE = [...CHILDREN, ...PARENTS];
type Person = (typeof PEOPLE)[number];
interface Spoken {
  readonly of: (typeof CHILDREN)[number];
  readonly state: KeptStatement['state'];
  readonly by: (typeof PARENTS)[number];
}

/** What an analyst does, hour by hour: links a mention, takes a link back, writes down what a parent says of a child. */
type Deed =
  | { readonly does: 'link'; readonly whom: Person; readonly to: string }
  | { readonly does: 'unlink'; readonly whom: Person }
  | ({ readonly does: 'state' } & Spoken);

const whom = fc.constantFrom(...PEOPLE);
const spoken = {
  of: fc.constantFrom(...CHILDREN),
  state: fc.constantFrom<KeptStatement['state'][]>('given', 'given', 'refused', 'withdrawn', 'not_sought'),
  by: fc.constantFrom(...PARENTS),
};
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ does: fc.constant('link' as const), whom, to: fc.constantFrom('a-record', 'another-record') }),
  fc.record({ does: fc.constant('unlink' as const), whom }),
  fc.record({ does: fc.constant('state' as const), ...spoken }),
);
const anyStory = fc.record({
  /** With the contact. */
  came: fc.array(fc.record(spoken), { maxLength: 3 }),
  deeds: fc.array(anyDeed, { minLength: 1, maxLength: 10 }),
  /** Earlier versions announced what came with the contact again with each link, about the person found. */
  passesOn: fc.boolean(),
});
type Story = typeof anyStory extends fc.Arbitrary<infer One> ? One : never;

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 24, 8, hour));

interface Stood {
  readonly whom: Person;
  readonly id: string;
  readonly from: number;
  until?: number;
}

interface Said extends KeptStatement {
  readonly statementId: string;
  readonly how: null;
  readonly wordsKid: null;
  readonly statedAt: Date;
  readonly recordedAt: Date;
  readonly writtenAt: Date | null;
  /** On whose page it was written down, as whose word, and under which of the ids that they had. */
  readonly of: Spoken['of'];
  readonly by: Spoken['by'];
  readonly under: readonly Stood[];
  readonly isCopy: boolean;
}

/** The statements, and who stood under which id and when; an un-linked mention stands under an id of its own, here its name. */
function told({ came, deeds, passesOn }: Story) {
  const stood: Stood[] = PEOPLE.map((one) => ({ whom: one, id: one, from: 0 }));
  const said: Said[] = [];
  const now = (whose: Person): Stood => stood.findLast((one) => one.whom === whose)!;
  const keep = ({ of, state, by }: Spoken, hour: number, its: { writtenAt: Date | null; isCopy: boolean }) => {
    const notAsked = state === 'not_sought';
    said.push({
      ...{ statementId: String(said.length).padStart(4, '0'), personId: now(of).id, kind: 'sharing', state, of, by },
      ...{ ground: notAsked ? 'NS_HARM' : null, bodies: [], purposes: [], how: null, wordsKid: null },
      ...{ givenBy: notAsked ? 'not_applicable' : 'parent_with_pr', givenById: notAsked ? null : now(by).id },
      ...{ statedAt: at(its.isCopy ? 0 : hour), recordedAt: at(hour), under: [now(of), now(by)], ...its },
    });
  };
  const moves = (whose: Person, id: string, hour: number): void => {
    if (now(whose).id === id) return;
    now(whose).until = hour;
    stood.push({ whom: whose, id, from: hour });
  };
  for (const one of came) keep(one, 0, { writtenAt: at(0), isCopy: false });
  for (const [n, deed] of deeds.entries()) {
    const hour = n + 1;
    if (deed.does === 'state') keep(deed, hour, { writtenAt: null, isCopy: false });
    else if (deed.does === 'unlink') moves(deed.whom, deed.whom, hour);
    else if (now(deed.whom).id === deed.whom && PEOPLE.every((one) => now(one).id !== deed.to)) {
      moves(deed.whom, deed.to, hour);
      const again = passesOn ? came.filter(({ of }) => of === deed.whom) : [];
      for (const one of again) keep(one, hour, { writtenAt: at(0), isCopy: true });
    }
  }
  return { stood, said, now };
}

const isOfSeveral = (stood: readonly Stood[], id: string): boolean =>
  new Set(stood.filter((one) => one.id === id).map((one) => one.whom)).size > 1;
const isCertain = ({ id, whom: whose, until }: Stood): boolean => until === undefined || id === whose;

/** What `contact-intake` says of such a roster. */
function rosterOf({ stood, now }: ReturnType<typeof told>) {
  const taken = PEOPLE.map((one) => now(one).id);
  const people = PEOPLE.map((one) => ({
    personId: now(one).id,
    formerIds: stood.filter((its) => its.whom === one && !taken.includes(its.id)).map(({ id }) => id),
  }));
  const ids = [...new Set(stood.map(({ id }) => id))].filter((id) => isOfSeveral(stood, id));
  const idsOfSeveral = ids.map((id) => ({
    id,
    stood: stood
      .filter((one) => one.id === id)
      .map((one) => ({
        ...{ personId: now(one.whom).id, from: at(one.from).toISOString(), certain: isCertain(one) },
        ...(one.until !== undefined && { until: at(one.until).toISOString() }),
      })),
  }));
  return { people, idsOfSeveral } satisfies Pick<IntakeFacts, 'idsOfSeveral'> & { people: object };
}

const YOUNG = { subjectKind: 'u13', competence: 'no' } as const;

function readings(story: Story) {
  const its = told(story);
  const read = withoutCopies(asOnePerson(newestFirst(its.said), rosterOf(its)));
  const readingOf = (whose: Person) =>
    consentOfSubject(read, { personId: its.now(whose).id, kind: 'sharing', who: YOUNG });
  return { ...its, readingOf };
}

const RUNS = { numRuns: 3000, seed: 20_261_130 };
const forAnyStory = (holds: (story: Story) => void): void => fc.assert(fc.property(anyStory, holds), RUNS);
const isNo = ({ state }: KeptStatement): boolean => state === 'refused' || state === 'withdrawn';

/** Whoever is linked to whom, rightly or wrongly, and however often that is put right (docs/domain/consent.md, "Whose word counts"). */
describe('The consent of two children of one roster', () => {
  test('is never opened by a yes, or by a ground for not asking, that was written down of the other', () => {
    forAnyStory((story) => {
      const { readingOf } = readings(story);
      for (const one of CHILDREN)
        for (const heard of readingOf(one).heard) if (!isNo(heard)) expect(heard.of).toBe(one);
    });
  });

  test('is not opened either by a yes from while they, or who gave it, were linked to the record of another by mistake', () => {
    forAnyStory((story) => {
      const { readingOf, stood } = readings(story);
      for (const { under, state } of CHILDREN.flatMap((one) => readingOf(one).heard))
        if (state === 'given')
          for (const one of under) expect(!isOfSeveral(stood, one.id) || isCertain(one)).toBe(true);
    });
  });

  test('is no plain yes, and is not read as never asked, over a no that whoever said it has not taken back', () => {
    forAnyStory((story) => {
      const { readingOf, said } = readings(story);
      const words = newestFirst(said.filter(({ isCopy, state }) => !isCopy && state !== 'not_sought'));
      const stands = words.filter(
        (no, n) => isNo(no) && !words.slice(0, n).some(({ of, by }) => of === no.of && by === no.by),
      );
      for (const { of } of stands) {
        const { consent, dispute } = readingOf(of);
        expect({ consent, dispute }).not.toEqual({ consent: 'given', dispute: 'none' });
        expect(consent).not.toBe('not_sought');
      }
    });
  });

  test('is what they were said to agree to, by whoever said it, where nobody was linked to the record of another', () => {
    forAnyStory((story) => {
      const { readingOf, stood, said } = readings(story);
      if (stood.some(({ id }) => isOfSeveral(stood, id))) return;
      for (const personId of CHILDREN) {
        const own = newestFirst(said.filter(({ of, isCopy }) => of === personId && !isCopy));
        const alone = own.map((one) => ({ ...one, personId, givenById: one.givenById && one.by }));
        const { consent, dispute } = consentOfSubject(alone, { personId, kind: 'sharing', who: YOUNG });
        expect(readingOf(personId)).toMatchObject({ consent, dispute });
      }
    });
  });
});
