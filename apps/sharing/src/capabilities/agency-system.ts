import type { Actor, SystemActor } from '@mash/authorisation';
import { CodedError } from '@mash/service-host';

/** An agency's own system: a client that works for one agency of one partnership. */
export type AgencySystem = SystemActor & { readonly agencyId: string; readonly partnershipId: string };

/** @throws CodedError AUTH.AGENCY_SYSTEMS_ONLY (403) for services of the platform, which work for no agency */
export function agencySystem(actor: Actor): AgencySystem {
  const { agencyId, partnershipId } = actor;
  if (actor.kind === 'system' && agencyId !== undefined && partnershipId !== undefined)
    return { ...actor, agencyId, partnershipId };
  throw new CodedError('AUTH.AGENCY_SYSTEMS_ONLY', 403, 'Only the system of an agency may do this.');
}
