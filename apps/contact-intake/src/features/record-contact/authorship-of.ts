import type { Actor } from '@mash/authorisation';
import type { Authorship } from '../../domain/acknowledgement';

/** Whoever takes calls writes down what somebody else says: mail about it must not go to them as if they were the caller. */
export function authorshipOf(actor: Actor, takesCalls: boolean): Authorship {
  if (actor.kind === 'system') return 'system';
  return takesCalls ? 'for_a_caller' : 'own';
}
