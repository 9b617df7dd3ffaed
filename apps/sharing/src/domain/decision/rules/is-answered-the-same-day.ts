import { RULE_BOOK } from './rule-book';
import type { RuleId } from './rule-id';

const SAME_DAY: ReadonlySet<string> = new Set(
  RULE_BOOK.filter(({ answeredBy }) => answeredBy === 'the same day').map(({ id }) => id),
);

/** Whether the row says that its REVIEW is answered on the day on which it is raised. */
export const isAnsweredTheSameDay = (rule: RuleId): boolean => SAME_DAY.has(rule);
