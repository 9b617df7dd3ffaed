import { durationWords } from '@mash/clocks';
import type { AgreementView, Review } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { isUnsafe, standingWords } from '../../agreements/shared/standing';
import type { PartOfPage } from '../shared/part-of-page';

export interface DeskQueue {
  readonly title: string;
  readonly empty: string;
  readonly rows: readonly {
    readonly href: string;
    readonly text: string;
    readonly age: string;
    readonly isLate: boolean;
  }[];
  /** Why it cannot be shown. */
  readonly missing?: string;
}

/** "What needs my judgement, how old?" Queues by oldest; never content. */
export interface IgDeskView {
  readonly heading: string;
  readonly queues: readonly DeskQueue[];
}

const STANDS_AT: Readonly<Record<Review['level'], string>> = {
  releaser: 'with its releaser',
  deputy: 'with the deputy',
  senior: 'with a senior',
  hub_and_ig: 'with the hub and you',
};

function reviewRows(reviews: readonly Review[], now: Date): DeskQueue['rows'] {
  return reviews
    .filter(
      ({ state, late, releaser, level }) => state === 'open' && (late || releaser === 'ig' || level === 'hub_and_ig'),
    )
    .sort((a, b) => a.raisedAt.localeCompare(b.raisedAt))
    .map((review) => {
      const over = now.getTime() - Date.parse(review.dueAt);
      return {
        href: `/reviews/${review.reviewId}`,
        text: `${agencyWords(review.fromAgencyId)}, ${STANDS_AT[review.level]}`,
        age: over > 0 ? `${durationWords(over, 'up')} late` : `${durationWords(-over, 'down')} left`,
        isLate: over > 0,
      };
    });
}

const agreementRows = (agreements: readonly AgreementView[]): DeskQueue['rows'] =>
  agreements
    .filter(isUnsafe)
    .sort((a, b) => a.reviewDue.localeCompare(b.reviewDue))
    .map((agreement) => ({
      href: '/agreements/manage',
      text: agreement.title,
      age: standingWords(agreement),
      isLate: true,
    }));

function queue<Value>(
  title: string,
  empty: string,
  part: PartOfPage<readonly Value[]>,
  rowsOf: (value: readonly Value[]) => DeskQueue['rows'],
): DeskQueue {
  return part.isThere ? { title, empty, rows: rowsOf(part.value) } : { title, empty, rows: [], missing: part.because };
}

export function igDeskView(
  reviews: PartOfPage<readonly Review[]>,
  agreements: PartOfPage<readonly AgreementView[]>,
  now: Date,
  byHumans: DeskQueue,
  more: readonly DeskQueue[] = [],
): IgDeskView {
  const queues = [
    ...more,
    queue('Reviews that are late or have come to you', 'No review is late.', reviews, (all) => reviewRows(all, now)),
    queue('Agreements that are unsafe today', 'No agreement is expired or past its review.', agreements, agreementRows),
    byHumans,
  ];
  // The last queue is for reading, not for doing.
  const waiting = queues.slice(0, -1).reduce((sum, { rows }) => sum + rows.length, 0);
  const heading =
    waiting === 0
      ? 'Nothing needs your judgement'
      : `${waiting} ${waiting === 1 ? 'thing needs' : 'things need'} your judgement`;
  return { heading: isPartial(queues) && waiting === 0 ? NOT_WHOLE : heading, queues };
}

/** The same for the auditor, who judges nothing: what waits, of what an auditor may see. */
export function auditorsDesk(queues: readonly DeskQueue[]): IgDeskView {
  const waiting = queues.reduce((sum, { rows }) => sum + rows.length, 0);
  const heading =
    waiting === 0
      ? 'Nothing waits for information governance'
      : `${waiting} ${waiting === 1 ? 'thing waits' : 'things wait'} for information governance`;
  return { heading: isPartial(queues) && waiting === 0 ? NOT_WHOLE : heading, queues };
}

const NOT_WHOLE = 'Part of this page cannot be shown';
const isPartial = (queues: readonly DeskQueue[]): boolean => queues.some(({ missing }) => missing !== undefined);
