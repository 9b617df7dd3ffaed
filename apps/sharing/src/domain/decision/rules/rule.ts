import type { Releaser } from '../facts/answer-facts';
import type { Effect, EffectSpec, RuleFamily, RuleRow } from './rule-row';
import type { RowId, RuleId } from './rule-id';

type Written = Omit<RuleRow, 'row' | 'family' | 'before' | 'from'> &
  ({ readonly outcome: EffectSpec } | { readonly before: EffectSpec; readonly from: EffectSpec });

/** "R(H, IG)": REVIEW, each of these must answer. */
export const review = (...by: Releaser[]): Effect => ({ review: by });

/** `R-PUR-01a` is a part of row `R-PUR-01`, `S1-MATCH-a` of `S1-MATCH`. */
const rowOf = (id: RuleId): RowId => id.replace(/-?[a-z]$/, '') as RowId;

const familyOf = (id: RuleId): RuleFamily => (id.startsWith('S1-') ? 'AGR' : id.split('-')[1]) as RuleFamily;

/** A row as the book writes it: one outcome where before and from are the same; row and family follow from the id. */
export function rule(written: Written): RuleRow {
  const { id } = written;
  const base = { ...written, row: rowOf(id), family: familyOf(id) };
  if (!('outcome' in base)) return base;
  const { outcome, ...rest } = base;
  return { ...rest, before: outcome, from: outcome };
}
