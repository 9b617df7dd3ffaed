import type { Releaser } from '../decision';

interface Asked {
  readonly reviewId: string;
  readonly rule: string;
  readonly releaser: Releaser;
  readonly state: string;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

const isOtherHalf = (review: Asked, { reviewId, rule, releaser, state }: Asked): boolean =>
  reviewId !== review.reviewId && rule === review.rule && releaser !== review.releaser && state === 'released';

/**
 * Whether it was this person who said yes to the other half of a row that two desks answer (R-PUR-03, R-SAR-01: information governance beside the holder;
 * R-XB-02: a lawyer beside the hub manager): each yes is another person's, wherever they are seated, or stand in, too. Where the other half was answered more than once, over the times that it was asked,
 * the newest yes counts: whoever said one before that locks nobody out, nor themselves.
 */
export function hasSaidTheOther(review: Asked, all: readonly Asked[], accountId: string): boolean {
  const yeses = all.filter((one) => isOtherHalf(review, one));
  const newest = yeses.sort((a, b) => (a.answeredAt?.getTime() ?? 0) - (b.answeredAt?.getTime() ?? 0)).at(-1);
  return newest?.answeredBy === accountId;
}
