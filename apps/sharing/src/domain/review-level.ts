export type ReviewLevel = 'releaser' | 'deputy' | 'senior' | 'hub_and_ig';

/** When a REVIEW comes to each rung: deputy at half of its clock, named senior at its end, hub manager and IG at double. */
export interface ReviewLadder {
  readonly raisedAt: Date;
  readonly deputyAt: Date;
  readonly dueAt: Date;
  readonly doubleAt: Date;
}

/** The rungs in order, each with its instant. */
export const rungsOf = ({ raisedAt, deputyAt, dueAt, doubleAt }: ReviewLadder): readonly [ReviewLevel, Date][] => [
  ['releaser', raisedAt],
  ['deputy', deputyAt],
  ['senior', dueAt],
  ['hub_and_ig', doubleAt],
];

/** Where a REVIEW has climbed to. It never releases itself. */
export const reviewLevel = (ladder: ReviewLadder, now: Date): ReviewLevel =>
  rungsOf(ladder).findLast(([, at]) => at <= now)?.[0] ?? 'releaser';
