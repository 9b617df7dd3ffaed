import { AgencyId, AgencyKind, Role } from '@mash/contracts';
import { z } from 'zod';
import type { Actor } from './actor';

const PersonClaims = z
  .object({
    sub: z.uuid(),
    roles: z.array(Role).min(1),
    agency: AgencyId,
    agency_kind: AgencyKind,
    partnership: z.uuid(),
    clearances: z.array(z.string().min(1)),
    auth_time: z.number().int().optional(),
  })
  .transform((claims): Actor => ({
    kind: 'person',
    id: claims.sub,
    roles: claims.roles,
    agencyId: claims.agency,
    agencyKind: claims.agency_kind,
    partnershipId: claims.partnership,
    clearances: claims.clearances,
    ...(claims.auth_time !== undefined && { signedInAt: claims.auth_time }),
  }));

const SystemClaims = z
  .object({
    sub: z.string().optional(),
    client_id: z.string().min(1),
    scope: z.string(),
    partnership: z.uuid().optional(),
    agency: AgencyId.optional(),
  })
  .refine((claims) => claims.sub === undefined || claims.sub === claims.client_id)
  .transform((claims): Actor => ({
    kind: 'system',
    id: claims.client_id,
    scopes: claims.scope.split(' ').filter((scope) => scope !== ''),
    ...(claims.partnership === undefined ? {} : { partnershipId: claims.partnership }),
    ...(claims.agency === undefined ? {} : { agencyId: claims.agency }),
  }));

/**
 * Reads the actor out of the claims of a token whose signature has been checked. A token with `roles` is a person's and must have
 * every claim of one; a half-filled one is refused, never read as a system's (a system speaks for itself: `sub` is its client id).
 *
 * @returns `undefined` when the claims make no whole actor
 */
export function parseActor(claims: Record<string, unknown>): Actor | undefined {
  const schema = 'roles' in claims ? PersonClaims : SystemClaims;
  return schema.safeParse(claims).data;
}
