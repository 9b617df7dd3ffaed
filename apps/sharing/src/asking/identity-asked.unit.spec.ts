import type { IdentityStatementRow } from '../recalls/identity-statement.repository';
import { identityAsked } from './identity-asked';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const said = (
  says: IdentityStatementRow['says'],
  minute: number,
  about: IdentityStatementRow['about'] = { kind: 'request', id: 'r-1' },
) =>
  ({
    ...{ about, says, recipientAgencyId: null, recipientId: null },
    ...{ statedBy: `who said it at ${String(minute)}`, statedAt: at(minute) },
  }) as IdentityStatementRow;

const asked = (...identities: IdentityStatementRow[]) =>
  identityAsked(
    { identities },
    { agencyId: 'school', personId: 'p-1', requestId: 'r-1', askedAt: at(9).toISOString() },
  );

describe('Whom a question is about', () => {
  test('is wrong, or unsure, where somebody has said so', () => {
    expect(asked(said('wrong_person', 1)).item).toEqual({ identity: 'wrong' });
    expect(asked(said('doubted', 1, { kind: 'person', id: 'p-1' })).item).toEqual({ identity: 'possible' });
  });

  test('is as sure as the roster has it once what was said of the request is taken back: a request confirms no match', () => {
    expect(asked(said('wrong_person', 1), said('confirmed', 2))).toEqual({});
  });

  test('is known from whoever said it, and when, and not from whoever spoke last of something else', () => {
    const other = said('doubted', 2, { kind: 'item', id: 'i-1' });
    expect(asked(said('wrong_person', 1), other).identitySaid).toEqual({
      ...{ author: 'who said it at 1', at: at(1).toISOString(), version: 1 },
    });
  });
});
