import { parseActor } from './parse-actor';

const person = {
  sub: '0198aaaa-0000-7000-8000-000000000001',
  roles: ['mash-analyst'],
  agency: 'riverside-council',
  agency_kind: 'council',
  partnership: '01980000-0000-7000-8000-000000000001',
  clearances: [],
};

describe('Reading the actor out of a token', () => {
  test('a person, whole', () => {
    expect(parseActor({ ...person, iss: 'x', exp: 1 })).toEqual({
      kind: 'person',
      id: person.sub,
      roles: ['mash-analyst'],
      agencyId: 'riverside-council',
      agencyKind: 'council',
      partnershipId: person.partnership,
      clearances: [],
    });
  });

  test('a person with anything missing or unknown is nobody', () => {
    for (const key of Object.keys(person)) expect(parseActor({ ...person, [key]: undefined })).toBeUndefined();
    expect(parseActor({ ...person, roles: ['mash-manager', 'root'] })).toBeUndefined();
    expect(parseActor({ ...person, roles: [] })).toBeUndefined();
    expect(parseActor({ ...person, agency_kind: 'army' })).toBeUndefined();
  });

  test('a person without roles does not pass for a system', () => {
    const { roles: _none, ...rest } = person;
    expect(parseActor({ ...rest, client_id: 'web-console', scope: 'internal' })).toBeUndefined();
  });

  test('a system, with or without a partnership', () => {
    const claims = { sub: 'decision', client_id: 'decision', scope: 'facts:read internal' };
    expect(parseActor(claims)).toEqual({ kind: 'system', id: 'decision', scopes: ['facts:read', 'internal'] });
    const agency = { ...claims, partnership: person.partnership, agency: 'riverside-police' };
    expect(parseActor(agency)).toMatchObject({ partnershipId: person.partnership, agencyId: 'riverside-police' });
  });
});
