import type { AgencyRequest, LineState } from '@mash/contracts';

/** Part answers keep a request open; one of which nothing is asked at the moment, because it was held or recalled, owes nothing. */
export const isStillOwed = (lines: readonly LineState[]): boolean =>
  lines.includes('issued') || !lines.some((state) => state === 'held' || state === 'recalled');

/**
 * Where a request as a whole stands, read from its lines. One permitted line opens it: the agency answers what it may be asked while
 * a human still looks at the rest. One of which nothing is owed any more, because all was held or recalled, says so.
 */
export function requestState(lines: readonly LineState[], complete: boolean): AgencyRequest['state'] {
  const some = (state: LineState) => lines.includes(state);
  if (complete) return 'answered';
  if (some('issued')) return some('answered') ? 'part_answered' : 'open';
  if (some('answered') && !some('held') && !some('recalled')) return 'part_answered';
  if (some('held')) return 'held';
  if (some('answered')) return 'answered';
  if (some('proposed')) return 'proposed';
  if (some('review')) return 'waiting_review';
  return some('recalled') ? 'recalled' : 'not_allowed';
}
