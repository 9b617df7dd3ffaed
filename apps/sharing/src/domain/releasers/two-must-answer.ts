import type { Releaser } from '../decision';

interface Asked {
  readonly reviewId: string;
  readonly rule: string;
  readonly releaser: Releaser;
  readonly state: string;
  readonly answeredBy: string | null;
}

/**
 * Whether somebody has said yes to the other half of a row that information governance answers beside another desk (R-PUR-03, R-SAR-01): its yes is a
 * second person's, wherever the first of them is seated too.
 */
export const hasSaidTheOther = (review: Asked, all: readonly Asked[], accountId: string): boolean =>
  all.some(
    ({ reviewId, rule, releaser, state, answeredBy }) =>
      reviewId !== review.reviewId &&
      rule === review.rule &&
      releaser !== review.releaser &&
      [releaser, review.releaser].includes('IG') &&
      state === 'released' &&
      answeredBy === accountId,
  );
