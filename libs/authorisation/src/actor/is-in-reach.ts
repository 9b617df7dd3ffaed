import type { Actor } from './actor';

/**
 * Whether an actor works for this partnership at all: a system of one partnership never reads another's; a service of ours, which has none, works for
 * them all. Not what they may do there: that the policies say.
 */
export const isInReach = (actor: Actor, partnershipId: string): boolean =>
  actor.partnershipId === undefined || actor.partnershipId === partnershipId;
