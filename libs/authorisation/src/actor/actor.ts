import { AgencyId, AgencyKind, Role } from '@mash/contracts';
import { z } from 'zod';

/** A signed-in person. Every attribute is there: a condition built from an undefined one would match records that lack it. */
export const PersonActor = z.strictObject({
  kind: z.literal('person'),
  id: z.uuid().describe('Account id'),
  roles: z.array(Role).min(1),
  agencyId: AgencyId,
  agencyKind: AgencyKind,
  partnershipId: z.uuid(),
  clearances: z.array(z.string().min(1)).describe('Such as `social-worker`'),
  signedInAt: z
    .number()
    .int()
    .optional()
    .describe(
      'When the person last proved who they are, in seconds since 1970, where the provider says so (`auth_time`)',
    ),
});
export type PersonActor = z.infer<typeof PersonActor>;

/** A service of ours, or an agency's system. Without a partnership it works for all of them, within its scopes. */
export const SystemActor = z.strictObject({
  kind: z.literal('system'),
  id: z.string().min(1).describe('Client id'),
  scopes: z.array(z.string().min(1)),
  partnershipId: z.uuid().optional(),
  agencyId: AgencyId.optional(),
});
export type SystemActor = z.infer<typeof SystemActor>;

/** Who asks. Parsed once at the edge of each service, from a verified token and nothing else. */
export const Actor = z.discriminatedUnion('kind', [PersonActor, SystemActor]);
export type Actor = z.infer<typeof Actor>;
