import type { CarriedObligation } from '@mash/contracts';

/** What one viewer has accepted of each item. */
export type AcceptedSoFar = ReadonlyMap<string, ReadonlySet<CarriedObligation>>;

/** What this viewer has still to accept of what an item carries: what came since is asked about by itself. */
export const stillToAccept = (
  accepted: AcceptedSoFar,
  itemId: string,
  carried: readonly CarriedObligation[],
): CarriedObligation[] => carried.filter((code) => accepted.get(itemId)?.has(code) !== true);
