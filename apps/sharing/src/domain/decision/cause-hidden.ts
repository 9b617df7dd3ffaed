import type { Releaser } from './facts/answer-facts';
import type { ObligationCode } from './law/obligations';
import { OBLIGATIONS } from './law/obligations';
import { REASON_CATALOGUE } from './reasons/reason-catalogue';
import { RULE_BOOK } from './rules/rule-book';
import type { RuleId } from './rules/rule-id';
import type { ReviewTask } from './sharing-decision';

const ROWS_OF_THE_HOLDER = RULE_BOOK.filter(({ reasons }) =>
  reasons.some((reason) => REASON_CATALOGUE[reason].readsAs !== undefined),
);
const HIDDEN_RULES: ReadonlySet<string> = new Set(ROWS_OF_THE_HOLDER.map(({ id }) => id));
const HIDDEN_OBLIGATIONS: ReadonlySet<string> = new Set(
  ROWS_OF_THE_HOLDER.flatMap(({ obligations = [] }) => obligations).filter(
    (code) => OBLIGATIONS[code].owner === 'holder',
  ),
);

/** The deciding rule, to all but the holder: hidden where its reason is marked ~, for its id would tell the cause. */
export const ruleAsRead = (rule: RuleId): RuleId | 'hidden' => (HIDDEN_RULES.has(rule) ? 'hidden' : rule);

/** Whether all may read of an obligation: what the holder owes on a row marked ~ ("review the detriment") would tell the cause. */
export const isReadByAll = (obligation: ObligationCode): boolean => !HIDDEN_OBLIGATIONS.has(obligation);

/**
 * Who will answer, to all but the holder: for a row marked ~ it is the holding agency, which knows whom to ask. Of the rows that are
 * withheld and not absent only gender recognition goes to a lawyer: naming the lawyer would be telling.
 */
export const releasersAsRead = (reviews: readonly ReviewTask[]): readonly Releaser[] => [
  ...new Set(
    reviews.flatMap(({ rule, releasers }): readonly Releaser[] => (HIDDEN_RULES.has(rule) ? ['H'] : releasers)),
  ),
];
