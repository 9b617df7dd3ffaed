import { FACT_WORDS } from './facts/fact-words';
import type { Releaser } from './facts/answer-facts';
import type { Condition } from './rules/condition';
import { OBLIGATIONS } from './law/obligations';
import { REDACTION_WORDS } from './rules/redaction-code';
import type { Effect, EffectSpec, RuleRow } from './rules/rule-row';

export const CONFIDENCE_WORDS = { s: 'settled', j: 'judgement, safe default', L: 'ask a lawyer' } as const;

const RELEASER_WORDS: Readonly<Record<Releaser, string>> = {
  H: 'the holder',
  M: 'the hub manager',
  S: "the holder's safeguarding lead",
  L: 'a lawyer',
  A: 'the adoption agency',
  IG: 'information governance',
};

const codeWords = (code: string): string => (code === code.toUpperCase() ? code : code.replaceAll('_', ' '));

/** A condition in words, as the rule book would put it. */
export function describeCondition(condition: Condition): string {
  if ('named' in condition) return condition.named;
  if ('fact' in condition) return `${FACT_WORDS[condition.fact]}: ${condition.is.map(codeWords).join(' or ')}`;
  if ('flag' in condition) return `flagged ${codeWords(condition.flag)}`;
  if ('coded' in condition) return `the holder's condition is ${condition.coded}`;
  if ('anyProtectedPlace' in condition) return 'a protected place';
  if ('neededFactUnknown' in condition) return 'a needed fact unknown past its clock';
  if ('overridden' in condition) return 'a valid override';
  if ('not' in condition) return `not (${describeCondition(condition.not)})`;
  if ('all' in condition) return condition.all.map(describeCondition).join(', and ') || 'always';
  return `either ${condition.any.map(asAlternative).join(', or ')}`;
}

/** An alternative of several parts keeps them together. */
function asAlternative(condition: Condition): string {
  const isSeveral = ('all' in condition && condition.all.length > 1) || 'any' in condition;
  return isSeveral ? `(${describeCondition(condition)})` : describeCondition(condition);
}

function describeEffect(effect: Effect): string {
  if (effect === '-') return 'no outcome of its own';
  if (typeof effect === 'string') return effect;
  return `REVIEW by ${effect.review.map((by) => RELEASER_WORDS[by]).join(' and ')}`;
}

function describeSpec(spec: EffectSpec): string {
  if (typeof spec === 'string' || 'review' in spec) return describeEffect(spec);
  const cases = spec.cases.map(({ when, effect }) => `${describeEffect(effect)} if ${describeCondition(when)}`);
  return [...cases, `else ${describeEffect(spec.otherwise)}`].join(', ');
}

/** What a row says, without its id and its source: "When below section 47, and consent to share: given: no outcome of its own." */
export function sentenceOfRule(row: RuleRow): string {
  const [before, from] = [describeSpec(row.before), describeSpec(row.from)];
  const outcome = before === from ? before : `before 30 September 2026 ${before}; from then on ${from}`;
  const parts = [
    `When ${describeCondition(row.when)}: ${outcome}`,
    ...(row.answeredBy ? [`To be answered ${row.answeredBy}`] : []),
    ...(row.visibility ? ['Not even its existence may be known'] : []),
    ...(row.obligations ? [`To be done: ${row.obligations.map((code) => OBLIGATIONS[code].what).join('; ')}`] : []),
    ...(row.redactions ? [row.redactions.map((code) => REDACTION_WORDS[code]).join(' ')] : []),
    ...(row.silences ? ['Rows on consent, threshold and agreement are silent'] : []),
  ];
  return parts.map((part) => (part.endsWith('.') ? part : `${part}.`)).join(' ');
}
