import type { OpenedProduct } from '@mash/contracts';
import type { Judged } from '../releases/judge-thing';
import { reasonAsRead } from '../releases/reason-as-read';

export type Withheld = NonNullable<OpenedProduct['withheld']>;

/** Items that are not in a product for its reader: how many, and why, as whoever does not hold them may read it. */
export function countedByReason(stopped: readonly Judged[]): Withheld {
  const reasons = new Map(stopped.map(({ decision }) => [reasonAsRead(decision).code, { ...reasonAsRead(decision) }]));
  return [...reasons.values()].map((reason) => {
    const count = stopped.filter(({ decision }) => reasonAsRead(decision).code === reason.code).length;
    return { what: 'items', count, reason };
  });
}
