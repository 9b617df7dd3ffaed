import type { MatchCandidate } from '@mash/contracts';
import { Posted } from '../../forms/posted';
import { PageNotFound } from '../../session/page-not-found';
import { aChild, aMother, aRoster, before, CHILD, CHILD_MENTION, MOTHER, NOW } from '../enquiry/testing/an-enquiry';
import { candidatesView } from './match/candidates.presenter';
import { compareView, fieldWords } from './match/compare.presenter';
import { screeningView } from './people/screening.presenter';
import { readClearing, readProtecting } from './places/places.form';
import { placesView } from './places/places.presenter';
import { searchSoFarOf } from './search-so-far';

const REFERENCE = 'E-7K2Q4X9';
const SEARCH = '01980000-0000-7000-8000-00000000b001';
const concern = { rows: [], notes: [] };
const screening = (roster = aRoster()) => screeningView({ reference: REFERENCE, roster, concern, now: NOW });

describe('Screening', () => {
  test('says who is not looked for yet, and offers to search for them', () => {
    const view = screening();
    expect(view.heading).toBe('2 people are not looked for yet');
    expect(view.people[0]).toMatchObject({
      tag: { text: 'Not looked' },
      searchAction: `/enquiries/${REFERENCE}/people/${CHILD_MENTION}/search`,
    });
    expect(view.people[0]?.unlinkHref).toBeUndefined();
  });

  test('asks for the household once everyone is looked for, and is done once it is confirmed', () => {
    const people = [aChild({ matched: 'matched' }), aMother({ matched: 'new' })];
    expect(screening(aRoster(people)).heading).toBe('Say who else lives there');
    const done = screening(aRoster(people, { confirmed: true, whoElse: 'nobody_else', whoSaysSo: 'the school' }));
    expect(done.heading).toBe('Everyone is looked for, and the household is confirmed');
    expect(done.roster.said).toBe('Confirmed. Nobody else lives there, says the school.');
    expect(done.people.every(({ searchAction }) => searchAction === undefined)).toBe(true);
  });

  test('puts the open-case test first with the age of the register, and does not call it passed while anyone is unmatched', () => {
    const worker = { name: 'Lena Hart', team: 'West' };
    const open = screening(aRoster([aChild({ allocatedWorker: worker })], { workerRegisterAsOf: before(90) }));
    expect(open.openCase).toEqual({
      isOpen: true,
      lines: ['Kian Marlowe: Lena Hart, West'],
      asOf: 'Register as of 12:10 today, 1 h 30 min old',
    });
    expect(screening(aRoster(undefined, { workerRegisterAsOf: before(1) })).openCase.lines[0]).toMatch(/not finished/);
    expect(screening().openCase.lines[0]).toMatch(/^Not known/);
  });

  test('warns that only Red can be given while no child is on the roster', () => {
    expect(screening(aRoster([aMother()])).blank).toBe(true);
    expect(screening(aRoster([])).heading).toBe('Nobody is on the roster');
  });

  test('never shows a protected address, and says of a number only that it was typed correctly', () => {
    const [person] = screening(
      aRoster([
        aChild({
          addressProtected: true,
          address: { lines: '4 Tanner Row' },
          nhsNumber: '943 476 5919',
          nhsNumberTyped: 'correctly',
        }),
      ]),
    ).people;
    expect(JSON.stringify(person)).not.toContain('Tanner');
    expect(JSON.stringify(person)).toContain('typed correctly; does not prove identity');
  });
});

const candidate = (personId: string, band: MatchCandidate['band']): MatchCandidate => ({
  personId,
  displayName: 'Kian Marlow',
  kind: 'child',
  score: 9.4,
  band,
  reasons: [
    { field: 'birthDate', agreement: 'same', words: 'The same day' },
    { field: 'upn', agreement: 'missing', words: 'Not said' },
    { field: 'surname', agreement: 'similar', words: 'One letter differs' },
    { field: 'postcode', agreement: 'different', words: 'Another street' },
  ],
});
const candidates = (found: MatchCandidate[], different: string[] = []) =>
  candidatesView({
    reference: REFERENCE,
    person: aChild(),
    candidates: found,
    soFar: { searchId: SEARCH, different },
    now: NOW,
  });

describe('What must be kept secret', () => {
  const places = (person = aChild(), mayClear = false, reasons = new Map<string, readonly string[]>()) =>
    placesView({
      ...{ reference: REFERENCE, version: 4, person, mayClear, reasons, posted: undefined, errors: [], now: NOW },
      named: () => 'Grace Adeyemi',
    });
  const kept = aChild({ addressProtected: true, protectedPlaces: ['address', 'school'] });

  test('is said on the page of the people, and leads to the page of it', () => {
    const hidden = aChild({ addressProtected: true, school: 'Meadow Lane' });
    const [child, mother] = screening(
      aRoster([hidden, aMother({ addressProtected: true, school: 'A College' })]),
    ).people;
    expect(child?.rows).toContainEqual({ key: 'School', value: 'Kept secret' });
    expect(JSON.stringify([child, mother])).not.toMatch(/Meadow|College/);
    expect(child?.placesHref).toBe(`/enquiries/${REFERENCE}/people/${CHILD_MENTION}/places`);
  });

  test('is marked by anybody of the hub, and cleared by a manager alone, of the version that was read', () => {
    expect(places()).toMatchObject({ standing: 'Nothing is marked as to be kept secret.', clear: undefined });
    expect(places(aChild(), true).clear).toBeUndefined();
    expect(places(kept).clear).toBeUndefined();
    expect(places(kept, true).clear).toMatchObject({ expectedVersion: 4 });
    expect(JSON.stringify(places(kept).protect)).toMatch(/"value":"surgery"/);
    const all = { ...kept, protectedPlaces: ['address', 'school', 'surgery'] as const };
    expect(places({ ...all, protectedPlaces: [...all.protectedPlaces] }).protect).toBeUndefined();
  });

  test('may come of whoever they live with', () => {
    expect(places(aChild({ addressProtected: true })).standing).toMatch(/^Somebody who lives with them is in hiding/);
  });

  test('says who cleared it, when and why', () => {
    const sealedReason = { kid: 'a-key', envelope: 'a.b.c.d.e' };
    const cleared = {
      clearingId: SEARCH,
      places: ['school' as const],
      clearedBy: MOTHER,
      clearedAt: before(60),
      sealedReason,
    };
    const [line] = places(
      aChild({ protectionCleared: [cleared] }),
      false,
      new Map([[SEARCH, ['Why: the order has ended']]]),
    ).cleared;
    expect(line).toBe('12:40 today: school cleared by Grace Adeyemi. Why: the order has ended');
  });

  test('is read from what was ticked, and needs a reason to clear', () => {
    const protecting = (fields: Record<string, unknown>) => readProtecting(new Posted(fields));
    expect(protecting({ protect: ['school', 'car'] }).places).toEqual(['school']);
    expect(protecting({}).errors).toMatchObject([{ field: 'protect' }]);
    const clearing = (fields: Record<string, unknown>) => readClearing(new Posted(fields));
    expect(clearing({ clear: 'address', reason: 'The order has ended', expectedVersion: '4' }).clearing).toEqual({
      ...{ places: ['address'], reason: 'The order has ended', expectedVersion: 4 },
    });
    expect(clearing({}).errors.map(({ field }) => field)).toEqual(['clear', 'reason']);
    expect(clearing({ clear: 'address', reason: 'x'.repeat(4001) }).errors).toMatchObject([{ field: 'reason' }]);
    expect(clearing({ clear: 'address', reason: 'x', expectedVersion: '1.5' }).clearing?.expectedVersion).toBe(0);
  });
});

describe('What a search found', () => {
  test('offers to create somebody only once each likely and possible record is ruled out', () => {
    const found = [candidate(CHILD, 'likely'), candidate(MOTHER, 'unlikely')];
    expect(candidates(found)).toMatchObject({ heading: '1 record could be Kian Marlowe', create: undefined });
    expect(candidates(found, [CHILD]).create?.searchId).toBe(SEARCH);
    expect(candidates([]).create).toBeDefined();
  });

  test('carries what was said from page to page by ids alone, and shows no score', () => {
    const view = candidates([candidate(CHILD, 'likely'), candidate(MOTHER, 'possible')], [CHILD]);
    expect(view.rows[1]?.href).toBe(
      `/enquiries/${REFERENCE}/people/${CHILD_MENTION}/compare/${MOTHER}?search=${SEARCH}&different=${CHILD}`,
    );
    expect(JSON.stringify(view)).not.toContain('9.4');
  });

  test('is no page without a search, and reads nothing but ids out of its address', () => {
    expect(() => searchSoFarOf({})).toThrow(PageNotFound);
    expect(() => searchSoFarOf({ search: 'Marlowe' })).toThrow(PageNotFound);
    expect(searchSoFarOf({ search: SEARCH, different: ['x', CHILD, CHILD] })).toEqual({
      searchId: SEARCH,
      different: [CHILD],
    });
  });
});

describe('Comparing', () => {
  test('puts what differs first, then what is the same, then what is missing', () => {
    const view = compareView({
      reference: REFERENCE,
      person: aChild(),
      candidate: candidate(CHILD, 'likely'),
      soFar: { searchId: SEARCH, different: [] },
    });
    expect(view.groups.map(({ caption, rows }) => [caption, rows.map(({ field }) => field)])).toEqual([
      ['Differences', ['Postcode', 'Surname']],
      ['The same', ['Born']],
      ['Missing on one side', ['Unique pupil number']],
    ]);
  });

  test('has words for a field that it has never seen', () => {
    expect(fieldWords('placeOfBirth')).toBe('Place of birth');
  });
});
