import type { Review } from '@mash/contracts';
import { matterOfReview, releasePath } from '../releasing/release-matter';

/** How much waits for this person's yes or no, and what falls due first. */
export interface ReviewListView {
  readonly heading: string;
  readonly nextHref: string | undefined;
  readonly overridesHref: string | undefined;
}

export function reviewListView(
  reviews: readonly Review[],
  others: { readonly overridesHref?: string } = {},
): ReviewListView {
  const waiting = eachMatterOnce(openOnes(reviews));
  const late = waiting.filter((review) => review.late).length;
  const [next] = waiting;
  const count = `${waiting.length} ${waiting.length === 1 ? 'waits' : 'wait'} for your yes or no`;
  return {
    heading:
      next === undefined
        ? 'Nothing waits for your yes or no'
        : `${count}${late === 0 ? ', none late' : `, ${late} late`}`,
    nextHref: next && pathOf(next),
    overridesHref: others.overridesHref,
  };
}

export const openOnes = (reviews: readonly Review[]): Review[] =>
  reviews.filter(({ state }) => state === 'open').sort((a, b) => a.dueAt.localeCompare(b.dueAt));

/** What a holder decides about an item of theirs has a page of its own, with the item on it; to whoever only watches, that page is shut. */
export const pathOf = (review: Review): string => {
  const matter = review.mayAnswer ? matterOfReview(review) : undefined;
  return matter === undefined ? `/reviews/${review.reviewId}` : releasePath(matter);
};

/** Several questions to a holder about one item are answered together: they are one row. */
export function eachMatterOnce(open: readonly Review[]): Review[] {
  const seen = new Set<string>();
  return open.filter((review) => {
    const path = pathOf(review);
    const isNew = !seen.has(path);
    seen.add(path);
    return isNew;
  });
}

/** A name only where the reader may have it; a liaison officer reads "a person" until the information is theirs to know. */
export const nameIn = (names: ReadonlyMap<string, string>, { personId }: Pick<Review, 'personId'>): string =>
  (personId === undefined ? undefined : names.get(personId)) ?? 'a person on this enquiry';
