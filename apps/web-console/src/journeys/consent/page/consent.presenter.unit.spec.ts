import { DEMO_AGENCIES, newId, type Consents, type RosterPerson } from '@mash/contracts';
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
