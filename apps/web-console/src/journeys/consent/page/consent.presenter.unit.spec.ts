import {
  DEMO_AGENCIES,
  newId,
  type Consents,
  type ConsentStanding,
  type ConsentView,
  type RosterPerson,
} from '@mash/contracts';
import { consentPageView, type ConsentPageGiven } from './consent.presenter';

const now = new Date('2026-11-24T10:00:00.000Z');
const [personId, other] = [newId(), newId()];
const notice = {
  ...{ noticeId: newId(), personId, statementId: newId(), state: 'withdrawn', agencyId: DEMO_AGENCIES.police },
  ...{ holds: ['request'], raisedAt: now.toISOString(), dueAt: now.toISOString() },
} satisfies Consents['notices'][number];

const told = (changes: Partial<Consents>) => {
  const consents: Consents = { version: 0, statements: [], standing: [], notices: [], notNamed: [], ...changes };
  const given = { reference: 'E-2345678', person: { personId, displayName: 'A child' } as RosterPerson, consents };
  const nobody = { words: new Map(), facts: undefined, names: new Map(), errors: [], now };
  const reader = { id: 'a-reader', isManager: false };
  return consentPageView({ ...given, ...nobody, reader } as unknown as ConsentPageGiven).told;
};

describe('Who was told that consent changed', () => {
  test('is named one by one, and counted where the reader may not know them', () => {
    const lines = told({ notices: [notice], notNamed: [{ personId, notices: 2, unconfirmed: 1 }] });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/\(was asked\): told .*; has not confirmed yet$/);
    expect(lines[1]).toBe('and 2 more that are not named to you; 1 has not confirmed yet');
  });

  test('is counted for this person alone, and not said where there is nobody', () => {
    expect(told({ notNamed: [{ personId, notices: 1, unconfirmed: 0 }] })).toEqual(['1 that is not named to you']);
    expect(told({ notNamed: [{ personId: other, notices: 1, unconfirmed: 0 }] })).toEqual([]);
  });
});

describe('The card of one consent', () => {
  const [mother, stepfather] = [newId(), newId()];
  const said = (changes: Partial<ConsentView>): ConsentView => ({
    ...{ statementId: newId(), personId, kind: 'sharing', state: 'given', givenBy: 'parent_with_pr', weight: 'counts' },
    ...{ givenById: mother, how: 'telephone', bodies: [], purposes: [], recordedBy: 'an-analyst' },
    ...{ statedAt: '2026-11-20T12:00:00.000Z', recordedAt: '2026-11-20T12:00:00.000Z' },
    ...changes,
  });
  const hers = said({});
  const his = said({
    ...{ state: 'refused', givenBy: 'other', givenById: stepfather, weight: 'not_heard' },
    statedAt: '2026-11-23T12:00:00.000Z',
  });
  const viewOf = (state: ConsentStanding['state'], statements: ConsentView[], isManager = false) => {
    const standing = {
      ...({ personId, kind: 'sharing', state, groundCounts: false, dispute: false } as const),
      ...{ parentalResponsibilityProven: true, speaksForThemselves: false },
    };
    const consents = { version: 2, statements, standing: [standing], notices: [], notNamed: [] };
    const names = new Map([
      [mother, 'The mother'],
      [stepfather, 'The stepfather'],
    ]);
    const given = { reference: 'E-2345678', person: { personId, displayName: 'A child' } as RosterPerson, consents };
    const rest = { words: new Map(), facts: undefined, names, errors: [], now, colleagues: () => undefined };
    return consentPageView({ ...given, ...rest, reader: { id: 'a-reader', isManager } });
  };
  const cardOf = (...its: Parameters<typeof viewOf>) => viewOf(...its).cards[1];
  const linesOf = (rows: readonly { key: string; value: string }[] = []) =>
    rows.slice(0, 3).map(({ key, value }) => `${key}: ${value}`);

  test('says whose word it rests on, and shows a later one beside it that does not count', () => {
    const card = cardOf('given', [his, hers]);
    expect(card?.state).toBe('Given');
    expect(card?.counting.map(linesOf)).toEqual([
      [
        'What was said: Given',
        'Who said it: The mother (a parent with parental responsibility)',
        'When: 20 November 2026',
      ],
    ]);
    expect(card?.others.map(linesOf)).toEqual([
      ['What was said: Refused', 'Who said it: The stepfather (somebody else)', 'When: 23 November 2026'],
    ]);
  });

  test('has a block for each of two who differ, and leaves out what a later word replaced', () => {
    const father = said({ state: 'refused', givenById: newId() });
    const card = cardOf('given', [father, hers, said({ weight: 'superseded' })]);
    expect(card?.counting.map((rows) => rows[0]?.value)).toEqual(['Refused', 'Given']);
    expect(card?.others).toEqual([]);
  });

  test('says that nobody who may speak has spoken where only others have, and that nobody has where nobody did', () => {
    expect(cardOf('not_sought', [his])?.counting.map(linesOf)).toEqual([
      ['What was said: Nothing yet by anybody who may speak for them'],
    ]);
    expect(cardOf('unknown', [])?.counting.map(linesOf)).toEqual([['What was said: Nobody has said anything yet']]);
  });

  test('puts the ground on which it rests to a manager, whoever has spoken since', () => {
    const nobody = { state: 'not_sought', ground: 'NS_TEXT', givenBy: 'not_applicable', givenById: undefined } as const;
    expect(cardOf('not_sought', [his, said(nobody)], true)?.ground).toBeDefined();
    expect(cardOf('given', [said({ ...nobody, weight: 'not_heard' }), hers], true)?.ground).toBeUndefined();
  });

  test('leaves every statement in the history, also two of one day that read alike', () => {
    const other = said({ purposes: ['EH'] });
    expect(viewOf('given', [hers, other, said({})]).history).toHaveLength(3);
  });
});
