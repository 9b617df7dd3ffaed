import type { InboxItem } from '@mash/contracts';
import { clockChip, momentWords, type ClockChip } from '../../presenters/clock-chip';

/** The team's own clock: how long it has to take the case or return it. */
export function answerClock({ routedAt, dueAt, leftMinutes, state, answeredAt }: InboxItem, now: Date): ClockChip {
  if (state === 'waiting') {
    const given = { code: 'route-answer', startedAt: routedAt, dueAt, state: 'running', assumed: true } as const;
    return clockChip({ ...given, basis: 'working', leftMinutes }, now);
  }
  const done = state === 'accepted' ? 'Taken' : 'Returned';
  return { look: 'met', text: answeredAt === undefined ? done : `${done} ${momentWords(new Date(answeredAt), now)}` };
}
