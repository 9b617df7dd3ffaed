import type { Review } from '@mash/contracts';
import type { ClockChip } from '../../presenters/clock-chip';
import { reviewClock } from './review.presenter';
import { LEVEL_WORDS, reviewSentence } from './review-words';

/** What waits for this person's yes or no, soonest due first. */
export interface ReviewListView {
  readonly heading: string;
  readonly nextHref: string | undefined;
  readonly rows: readonly ReviewRow[];
  /** What waits for others. */
  readonly watched: readonly ReviewRow[];
  readonly overridesHref: string | undefined;
}

export interface ReviewRow {
  readonly href: string;
  readonly clock: ClockChip;
  readonly what: string;
  readonly level: string;
}

export function reviewListView(
  reviews: readonly Review[],
  names: ReadonlyMap<string, string>,
  now: Date,
  others: { readonly watched: readonly Review[]; readonly overridesHref?: string } = { watched: [] },
): ReviewListView {
  const [waiting, watched] = [openOnes(reviews), openOnes(others.watched)];
  const late = waiting.filter((review) => review.late).length;
  const [next] = waiting;
  const count = `${waiting.length} ${waiting.length === 1 ? 'waits' : 'wait'} for your yes or no`;
  return {
    heading:
      next === undefined
        ? 'Nothing waits for your yes or no'
        : `${count}${late === 0 ? ', none late' : `, ${late} late`}`,
    nextHref: next && `/reviews/${next.reviewId}`,
    rows: waiting.map((review) => rowOf(review, names, now)),
    watched: watched.map((review) => rowOf(review, names, now)),
    overridesHref: others.overridesHref,
  };
}

const openOnes = (reviews: readonly Review[]): Review[] =>
  reviews.filter(({ state }) => state === 'open').sort((a, b) => a.dueAt.localeCompare(b.dueAt));

const rowOf = (review: Review, names: ReadonlyMap<string, string>, now: Date): ReviewRow => ({
  href: `/reviews/${review.reviewId}`,
  clock: reviewClock(review, now),
  what: reviewSentence(review, nameIn(names, review)),
  level: review.level === 'releaser' ? '' : LEVEL_WORDS[review.level],
});

/** A name only where the reader may have it; a liaison officer reads "a person" until the information is theirs to know. */
export const nameIn = (names: ReadonlyMap<string, string>, { personId }: Pick<Review, 'personId'>): string =>
  (personId === undefined ? undefined : names.get(personId)) ?? 'a person on this enquiry';
