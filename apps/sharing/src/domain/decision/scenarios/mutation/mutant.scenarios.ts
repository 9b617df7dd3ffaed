import type { RuleSources } from '../../engine/compile-rules';
import { RULE_BOOK } from '../../rules/rule-book';
import type { RuleRow } from '../../rules/rule-row';

/** The rules, broken in one place. */
export interface Mutant {
  readonly name: string;
  readonly sources: RuleSources;
}

/** The rule book with this one row in place of the row of its id. */
export const withRow = (row: RuleRow): RuleSources => ({
  rules: RULE_BOOK.map((one) => (one.id === row.id ? row : one)),
});

export const rowMutant = (what: string, row: RuleRow): Mutant => ({ name: `${row.id} ${what}`, sources: withRow(row) });
