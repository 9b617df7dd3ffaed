import type { DemoPerson } from './demo-person';

/** What an access token says of a person: who may do what, never what they are called. */
export const accessClaims = (person: DemoPerson): Record<string, unknown> => ({
  roles: person.roles,
  agency: person.agency,
  agency_kind: person.agencyKind,
  partnership: person.partnership,
  clearances: person.clearances,
});

/** What the ID token says, for the console's header: the above and the words. */
export const identityClaims = (person: DemoPerson): Record<string, unknown> => ({
  sub: person.accountId,
  name: person.name,
  email: person.email,
  role_title: person.roleTitle,
  agency_name: person.agencyName,
  ...accessClaims(person),
});
