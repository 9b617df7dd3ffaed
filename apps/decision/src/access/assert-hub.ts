import type { PersonActor } from '@mash/authorisation';
import { notFound } from '@mash/service-host';

/** The queue is the hub's: to everybody else there is none. @throws CodedError QUEUE.NOT_FOUND */
export function assertHub({ roles }: PersonActor): void {
  if (!roles.some((role) => role === 'mash-analyst' || role === 'mash-manager')) throw notFound('Queue');
}
