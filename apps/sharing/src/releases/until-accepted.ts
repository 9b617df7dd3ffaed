import { carriedBy } from '../domain/release/carried-by';
import { stillToAccept, type AcceptedSoFar } from '../domain/release/accepted-so-far';
import type { Judged } from './judge-thing';

/**
 * What travels with an item is accepted before its words show (rule book section 5: NOT_TELL_PARENT, CARRY_DO_NOT_ALERT, SHOW_CONDITION,
 * COURT_NOTICE): until this viewer has, the item is permitted and withheld, and says what it carries.
 */
export const untilAccepted =
  (accepted: AcceptedSoFar) =>
  (judged: Judged): Judged => {
    const carried = carriedBy(judged.decision.obligations);
    const isOpen = judged.shownAs !== 'shown' || stillToAccept(accepted, judged.thing.itemId, carried).length === 0;
    return isOpen ? judged : { ...judged, shownAs: 'withheld', awaitsAcceptance: carried };
  };
