import { agencyWords } from '../presenters/agency-words';
import { SignedInPerson } from '../session/signed-in-person';

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The signed-in person out of the provider's claims, or undefined when they make no whole one. */
export function personOfClaims(claims: Record<string, unknown>): SignedInPerson | undefined {
  const agencyId = words(claims['agency']);
  return SignedInPerson.safeParse({
    accountId: claims['sub'],
    name: words(claims['name']),
    roleTitle: words(claims['role_title']),
    roles: claims['roles'],
    agencyId,
    agencyKind: claims['agency_kind'],
    agencyName: words(claims['agency_name']) || agencyWords(agencyId),
    partnershipId: claims['partnership'],
    clearances: claims['clearances'] ?? [],
    signedInAt: claims['auth_time'],
  }).data;
}
