import { CarriedObligation, type AcceptConditions } from '@mash/contracts';
import { z } from 'zod';

type Accepted = Pick<AcceptConditions, 'itemIds' | 'carried'>;

/** What stands behind one item of the form: its id and what it carries, as they were on the page. */
export const acceptedValue = (itemId: string, obligations: readonly string[]): string =>
  [itemId, ...obligations.filter((code) => CarriedObligation.safeParse(code).success)].join(' ');

/** Reads the form back. What cannot be read accepts nothing; undefined where nothing is left. */
export function readAcceptedItems(sent: unknown): Accepted | undefined {
  const values: unknown[] = Array.isArray(sent) ? sent : [sent];
  const items = values.slice(0, 200).flatMap((value) => {
    const [itemId, ...codes] = typeof value === 'string' ? value.split(' ') : [];
    const obligations = z.array(CarriedObligation).min(1).max(4).safeParse(codes).data;
    return z.uuid().safeParse(itemId).success && obligations ? [{ itemId: itemId ?? '', obligations }] : [];
  });
  return items.length === 0 ? undefined : { itemIds: items.map(({ itemId }) => itemId), carried: items };
}
