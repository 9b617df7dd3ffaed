import type { Condition } from './rules/condition';
import { RULE_BOOK } from './rules/rule-book';
import type { Effect, EffectSpec } from './rules/rule-row';
import type { RuleId } from './rules/rule-id';

const CONFIDENCE_WORDS = { s: 'settled', j: 'judgement, safe default', L: 'ask a lawyer' } as const;

/** A condition in words, as the rule book would put it. */
export function describeCondition(condition: Condition): string {
  if ('named' in condition) return condition.named;
  if ('fact' in condition) return `${condition.fact} ${condition.is.join(' or ')}`;
  if ('flag' in condition) return `flag ${condition.flag}`;
  if ('coded' in condition) return `condition ${condition.coded}`;
  if ('anyProtectedPlace' in condition) return 'a protected place';
  if ('neededFactUnknown' in condition) return 'a needed fact unknown past its clock';
  if ('overridden' in condition) return 'a valid override';
  if ('not' in condition) return `not (${describeCondition(condition.not)})`;
  if ('all' in condition) return condition.all.map(describeCondition).join(' and ') || 'always';
  return `(${condition.any.map(describeCondition).join(' or ')})`;
}

function describeEffect(effect: Effect): string {
  if (effect === '-') return 'no outcome of its own';
  return typeof effect === 'string' ? effect : `REVIEW(${effect.review.join(', ')})`;
}

function describeSpec(spec: EffectSpec): string {
  if (typeof spec === 'string' || 'review' in spec) return describeEffect(spec);
  const cases = spec.cases.map(({ when, effect }) => `${describeEffect(effect)} if ${describeCondition(when)}`);
  return [...cases, `else ${describeEffect(spec.otherwise)}`].join(', ');
}

/** One row of the rule book in words: "R-CONS-01: when below section 47 and consent given: ...". */
export function describeRule(id: RuleId): string {
  const row = RULE_BOOK.find((candidate) => candidate.id === id);
  if (row === undefined) return `${id}: no row says anything, or no lawful basis in force holds: REVIEW(IG).`;
  const [before, from] = [describeSpec(row.before), describeSpec(row.from)];
  const outcome = before === from ? before : `${before} before 30 September 2026, ${from} from then on`;
  const parts = [
    `${row.id}: when ${describeCondition(row.when)}: ${outcome}`,
    ...(row.reasons.length > 0 ? [`reasons ${row.reasons.join(', ')}`] : []),
    ...(row.obligations ? [`obligations ${row.obligations.join(', ')}`] : []),
    ...(row.redactions ? [`leaves out ${row.redactions.join(', ')}`] : []),
    ...(row.silences ? ['silences consent, threshold and agreement rows'] : []),
    `source ${row.source}; ${CONFIDENCE_WORDS[row.confidence]}`,
  ];
  return `${parts.join('; ')}.`;
}
