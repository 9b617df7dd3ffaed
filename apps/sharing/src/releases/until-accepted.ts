import type { Judged } from './judge-thing';

/**
 * A condition that is met by accepting it is accepted before the words show (SHOW_CONDITION): until this viewer has, the item is permitted and
 * withheld, and says which condition it is.
 */
export const untilAccepted =
  (accepted: ReadonlySet<string>) =>
  (judged: Judged): Judged =>
    judged.shownAs === 'shown' && judged.thing.isAcceptedFirst && !accepted.has(judged.thing.itemId)
      ? { ...judged, shownAs: 'withheld', awaitsAcceptance: true }
      : judged;
