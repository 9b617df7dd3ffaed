import { NotSeenYet } from '@mash/messaging';

/**
 * Topics have no order among each other: what this event is about may not have been heard of yet. The reaction waits; nothing is lost. What never comes is a dead letter after a while.
 * @throws NotSeenYet where there is nothing yet
 */
export function waitUntilThere<T>(found: T | undefined, what: 'ENQUIRY' | 'REQUEST'): T {
  if (found === undefined) throw new NotSeenYet(`DECISION.${what}_NOT_SEEN_YET`);
  return found;
}
