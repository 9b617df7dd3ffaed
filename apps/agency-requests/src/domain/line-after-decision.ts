import type { LineState, SharingOutcome } from '@mash/contracts';

const AFTER: Readonly<Record<SharingOutcome, LineState>> = { PERMIT: 'issued', DENY: 'denied', REVIEW: 'review' };

/**
 * What a sharing decision makes of a line. A later decision (a human's answer to a REVIEW) replaces an earlier one, but nothing
 * unasks what was asked: an issued or answered line stays.
 */
export function lineAfterDecision(state: LineState, outcome: SharingOutcome): LineState {
  return state === 'proposed' || state === 'review' ? AFTER[outcome] : state;
}
