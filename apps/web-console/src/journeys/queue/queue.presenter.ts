import type { Queue } from '@mash/contracts';
import type { QueueName } from '../../api-clients/decision.client';
import type { Naming } from '../../presenters/naming';
import { momentWords } from '../../presenters/clock-chip';
import { isLate, queueRowView, type QueueRowView } from './queue-row.presenter';
import { QUEUE_VIEWS } from './queue-views';

/** "What do I touch next, how long have I got?" */
export interface QueueView {
  readonly heading: string;
  readonly views: readonly { readonly text: string; readonly href: string; readonly active: boolean }[];
  readonly rows: readonly QueueRowView[];
  readonly empty: readonly string[];
  /** Arguments of `govukPagination`; undefined where one page holds everything. */
  readonly pagination: object | undefined;
  readonly canTake: boolean;
}

export interface QueueGiven {
  readonly queue: Queue;
  readonly view: QueueName;
  readonly readerId: string;
  readonly named?: Naming;
  readonly now: Date;
}

const countOf = ({ counts }: Queue, view: QueueName): number =>
  counts[QUEUE_VIEWS.find(({ name }) => name === view)?.count ?? 'all'];

/** Late ones come first, so that a page full of them may not be all of them: then it says "at least". */
function headingOf({ queue, view, now }: QueueGiven): string {
  const total = countOf(queue, view);
  if (total === 0) return 'Nothing waits';
  const late = queue.rows.filter((row) => isLate(row, now)).length;
  const mayBeMore = queue.pages > queue.page && late === queue.rows.length;
  const before = queue.page === 1 ? '' : 'On this page, ';
  const lateWords =
    late === 0 ? 'none is late' : `${late}${mayBeMore ? ' or more' : ''} ${late === 1 ? 'is' : 'are'} late`;
  const sentence = `${before}${lateWords}; ${total} ${total === 1 ? 'waits' : 'wait'}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

function emptyWords({ queue, now }: QueueGiven): string[] {
  const { lastArrivalAt, counts } = queue;
  const arrival =
    lastArrivalAt === undefined
      ? 'Nothing has arrived yet.'
      : `Last arrival ${momentWords(new Date(lastArrivalAt), now)}.`;
  const elsewhere = counts.withAgencies === 1 ? '1 is with agencies.' : `${counts.withAgencies} are with agencies.`;
  return [`Nothing waits here. ${arrival} ${elsewhere}`];
}

function paginationOf({ queue: { page, pages }, view }: QueueGiven): object | undefined {
  if (pages <= 1) return undefined;
  const href = (to: number): string => `/queue?view=${view}&page=${to}`;
  const items = Array.from({ length: pages }, (_, index) => index + 1)
    .filter((one) => one === 1 || one === pages || Math.abs(one - page) <= 1)
    .flatMap((one, index, shown) => {
      const gap = index > 0 && one - (shown[index - 1] ?? one) > 1 ? [{ ellipsis: true }] : [];
      return [...gap, { number: one, href: href(one), current: one === page }];
    });
  return {
    landmarkLabel: 'Pages of the queue',
    items,
    previous: page > 1 ? { href: href(page - 1) } : undefined,
    next: page < pages ? { href: href(page + 1) } : undefined,
  };
}

export function queueView(given: QueueGiven): QueueView {
  const { queue, view } = given;
  return {
    heading: headingOf(given),
    views: QUEUE_VIEWS.map(({ name, text, count }) => ({
      text: `${text} (${queue.counts[count]})`,
      href: `/queue?view=${name}`,
      active: name === view,
    })),
    rows: queue.rows.map((row) => queueRowView(row, given)),
    empty: queue.rows.length === 0 ? emptyWords(given) : [],
    pagination: paginationOf(given),
    canTake: queue.counts.unclaimed > 0,
  };
}
