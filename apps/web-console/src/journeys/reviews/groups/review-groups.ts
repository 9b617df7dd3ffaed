import type { Review } from '@mash/contracts';
import { eachMatterOnce, openOnes } from '../review-list.presenter';

/** Reviews that one answer may fit: one enquiry, one who tells and one who would learn it, for the same reasons. */
export interface ReviewGroup {
  readonly enquiryId: string;
  /** Soonest due first; never empty. */
  readonly reviews: readonly [Review, ...Review[]];
}

/** Its words stand on the page of each of its reviews, and on no page of several: whoever lets it go reads them first. */
const isProduct = ({ about }: Review): boolean => about.kind === 'product';

/** A holder answers about an item of theirs with the item before them, and whoever answers on legal advice says whose: one by one. */
export const mayGoTogether = (review: Review): boolean => {
  const { about, releaser, mayAnswer, adviceNeeded } = review;
  if (!mayAnswer || adviceNeeded === true || isProduct(review)) return false;
  return about.kind === 'request-line' || (releaser !== 'holder' && releaser !== 'holder_safeguarding_lead');
};

function keyOf(review: Review): string {
  const { enquiryId, mode, fromAgencyId, toAgencyId, toAudience, purpose, reasons } = review;
  if (isProduct(review)) return review.reviewId;
  return JSON.stringify([
    ...[enquiryId, mode, fromAgencyId, toAgencyId ?? toAudience, purpose],
    reasons.map(({ code }) => code),
  ]);
}

/** Open reviews by group; the group whose first is due soonest comes first. */
export function groupsOf(reviews: readonly Review[]): ReviewGroup[] {
  const groups = new Map<string, [Review, ...Review[]]>();
  for (const review of eachMatterOnce(openOnes(reviews))) {
    const group = groups.get(keyOf(review));
    if (group === undefined) groups.set(keyOf(review), [review]);
    else group.push(review);
  }
  return [...groups.values()].map((of) => ({ enquiryId: of[0].enquiryId, reviews: of }));
}

/** The group that a review is in; undefined where it does not wait any more. */
export const groupWith = (reviews: readonly Review[], reviewId: string): ReviewGroup | undefined =>
  groupsOf(reviews).find((group) => group.reviews.some((one) => one.reviewId === reviewId));
