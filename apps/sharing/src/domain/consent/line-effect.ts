import type { ConsentPreview, LineState, SharingOutcome } from '@mash/contracts';

type Effect = ConsentPreview['lines'][number]['effect'];

export interface LineStanding {
  /** What stands: the newest decision about the line. */
  readonly now: SharingOutcome;
  /** What the rules would say on the facts as they would be. */
  readonly then: SharingOutcome;
  /** Where the agency's line stands; left out where its owner has not said. */
  readonly state?: LineState | undefined;
  /** The question itself would be another: other reasons, other releasers. */
  readonly differs: boolean;
}

/**
 * What becomes of a line when consent changes. What was permitted stops where its basis is gone; a REVIEW is asked anew where its question
 * changed; nothing is let through by itself: a person presses "Ask again".
 */
export function lineEffect({ now, then, state, differs }: LineStanding): Effect {
  if (state === 'answered') return 'answered_already';
  if (now === 'PERMIT') {
    if (then === 'PERMIT') return 'stays';
    return then === 'DENY' ? 'recalled' : 'held';
  }
  if (then === 'PERMIT') return 'may_be_asked_again';
  if (now === 'REVIEW' && then === 'DENY') return state === 'held' ? 'recalled' : 'not_allowed';
  if (now === 'REVIEW' && differs) return 'human_looks_again';
  return now === 'DENY' && then === 'REVIEW' ? 'may_be_asked_again' : 'stays';
}
