import type { Inbox, InboxItem } from '@mash/contracts';
import type { z } from 'zod';
import { momentWords, type ClockChip } from '../../../presenters/clock-chip';
import { ratingChip, type RatingChip } from '../../../presenters/rating-chip';
import { answerClock } from '../answer-clock';
import { askedWords } from '../asked-words';
import { teamWords } from '../team-words';

export interface InboxRow {
  readonly href: string;
  readonly reference: string;
  readonly rating: RatingChip;
  readonly clock: ClockChip;
  readonly asked: string;
  readonly team: string;
  readonly sent: string;
  readonly worker?: string;
}

/** "What have we neither taken nor returned?" The soonest due first. No names. */
export interface InboxView {
  readonly heading: string;
  readonly waiting: readonly InboxRow[];
  readonly answered: readonly InboxRow[];
  readonly empty: string;
}

const rowOf = (item: InboxItem, now: Date): InboxRow => ({
  href: `/inbox/${item.routeId}`,
  reference: item.reference,
  rating: ratingChip(item.colour),
  clock: answerClock(item, now),
  asked: askedWords(item),
  team: teamWords(item.team),
  sent: momentWords(new Date(item.routedAt), now),
  ...(item.workerName !== undefined && { worker: item.workerName }),
});

function headingOf(waiting: readonly InboxItem[], now: Date): string {
  if (waiting.length === 0) return 'Nothing waits for you';
  const late = waiting.filter(({ dueAt }) => Date.parse(dueAt) < now.getTime()).length;
  const words = waiting.length === 1 ? '1 case waits for you' : `${waiting.length} cases wait for you`;
  return late === 0 ? words : `${words}, ${late} late`;
}

export function inboxView({ items, lastTakenAt }: z.infer<typeof Inbox>, now: Date): InboxView {
  const waiting = items.filter(({ state }) => state === 'waiting').sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const answered = items.filter(({ state }) => state !== 'waiting');
  return {
    heading: headingOf(waiting, now),
    waiting: waiting.map((item) => rowOf(item, now)),
    answered: answered.map((item) => rowOf(item, now)),
    empty:
      lastTakenAt === undefined
        ? 'Nothing has come yet. Cases appear here as the hub sends them.'
        : `The last one was taken ${momentWords(new Date(lastTakenAt), now)}.`,
  };
}
