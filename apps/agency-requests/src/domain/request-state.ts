import type { AgencyRequest, LineState } from '@mash/contracts';

/**
 * Where a request as a whole stands, read from its lines. One permitted line opens it: the agency answers what it may be asked while
 * a human still looks at the rest.
 */
export function requestState(lines: readonly LineState[], complete: boolean): AgencyRequest['state'] {
  const some = (state: LineState) => lines.includes(state);
  if (complete) return 'answered';
  if (some('answered')) return 'part_answered';
  if (some('issued')) return 'open';
  if (some('proposed')) return 'proposed';
  return some('review') ? 'waiting_review' : 'not_allowed';
}
