import { PassingFailure } from '@mash/messaging';

/**
 * Topics have no order among each other: what this event is about may not have been heard of yet. The reaction waits; nothing is lost.
 * @throws PassingFailure where there is nothing yet
 */
export function waitUntilThere<T>(found: T | undefined, what: 'ENQUIRY' | 'REQUEST'): T {
  if (found === undefined) throw new PassingFailure(`DECISION.${what}_NOT_SEEN_YET`);
  return found;
}
