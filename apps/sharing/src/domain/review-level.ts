import { ESCALATION_LADDER } from './decision';

export type ReviewLevel = 'releaser' | 'deputy' | 'senior' | 'hub_and_ig';

const LEVELS: readonly ReviewLevel[] = ['releaser', 'deputy', 'senior', 'hub_and_ig'];

/** Where a REVIEW has climbed to: deputy at half of its clock, named senior at its end, hub manager and IG at double. It never releases itself. */
export function reviewLevel({ raisedAt, dueAt, now }: { raisedAt: Date; dueAt: Date; now: Date }): ReviewLevel {
  const passed = (now.getTime() - raisedAt.getTime()) / Math.max(1, dueAt.getTime() - raisedAt.getTime());
  const reached = ESCALATION_LADDER.filter(({ after }) => passed >= after).length;
  return LEVELS[Math.max(0, reached - 1)] ?? 'releaser';
}
