import type { Queue } from '@mash/contracts';
import type { QueueName } from '../../api-clients/decision.client';

interface QueueViewName {
  readonly name: QueueName;
  readonly text: string;
  readonly count: keyof Queue['counts'];
}

/** The counted views of the hub queue, in the order on screen. */
export const QUEUE_VIEWS: readonly QueueViewName[] = [
  { name: 'mine', text: 'Mine', count: 'mine' },
  { name: 'unclaimed', text: 'Unclaimed', count: 'unclaimed' },
  { name: 'with-agencies', text: 'With agencies', count: 'withAgencies' },
  { name: 'all', text: 'All', count: 'all' },
];

/** The view that an address asks for; everything, with the most overdue on top, for anything else. */
export const queueViewOf = (asked: unknown): QueueName => QUEUE_VIEWS.find(({ name }) => name === asked)?.name ?? 'all';

/** A page number out of an address; the first for anything else. */
export function queuePageOf(asked: unknown): number {
  return typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
}
