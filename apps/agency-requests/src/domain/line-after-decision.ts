import type { LineState, SharingOutcome } from '@mash/contracts';

const FIRST: Readonly<Record<SharingOutcome, LineState>> = { PERMIT: 'issued', DENY: 'denied', REVIEW: 'review' };
const AGAIN: Readonly<Record<SharingOutcome, LineState>> = { PERMIT: 'issued', DENY: 'recalled', REVIEW: 'held' };

const WAITING: readonly LineState[] = ['proposed', 'review'];
const ASKED: readonly LineState[] = ['issued', 'held', 'recalled'];

/**
 * What a sharing decision makes of a line. A decision that stands alone settles what waits, and unasks nothing. One that follows another
 * (`follows`: consent was withdrawn, a releaser answered, somebody pressed "Ask again") changes what was asked and is not answered yet: held
 * while a human looks, recalled where the basis is gone, asked again where it is back. What was answered stays answered: its items are
 * decided when somebody looks.
 */
export function lineAfterDecision(state: LineState, outcome: SharingOutcome, follows: boolean): LineState {
  if (WAITING.includes(state)) return FIRST[outcome];
  if (!follows) return state;
  if (ASKED.includes(state)) return state === 'recalled' && outcome === 'DENY' ? state : AGAIN[outcome];
  return state === 'denied' ? FIRST[outcome] : state;
}
