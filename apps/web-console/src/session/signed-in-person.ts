import { AgencyId, AgencyKind, Role } from '@mash/contracts';
import { z } from 'zod';

/** Who is signed in, as the identity provider said. It steers what is offered; what is allowed the services decide. */
export const SignedInPerson = z.object({
  accountId: z.uuid(),
  name: z.string(),
  roleTitle: z.string(),
  roles: z.array(Role).min(1),
  agencyId: AgencyId,
  agencyKind: AgencyKind,
  agencyName: z.string(),
  partnershipId: z.uuid(),
  clearances: z.array(z.string()),
  signedInAt: z.number().int().optional().describe('When they last proved who they are, in seconds since 1970'),
});
export type SignedInPerson = z.infer<typeof SignedInPerson>;

/** What a session keeps for its person. In the session's row it is encrypted under a key that only the cookie holds. */
export const SessionSecrets = z.object({
  person: SignedInPerson,
  refreshToken: z.string(),
  idToken: z.string(),
});
export type SessionSecrets = z.infer<typeof SessionSecrets>;
