import type { SharingQuestion } from '../facts/sharing-question';
import type { Mode } from '../facts/request-facts';
import type { Condition } from '../rules/condition';

/** What a condition may ask beside the facts: both are worked out before the rows are tried. */
export interface ConditionContext {
  readonly neededFactUnknown: boolean;
  readonly overridden: boolean;
}
export type Predicate = (question: SharingQuestion, context: ConditionContext) => boolean;

/** A condition as a function. Done once for each row, at load. */
export function compileCondition(condition: Condition): Predicate {
  if ('fact' in condition) {
    const { fact } = condition;
    const codes: ReadonlySet<string> = new Set<string>(condition.is);
    const [only] = codes;
    return codes.size === 1 ? (q) => q[fact] === only : (q) => codes.has(q[fact]);
  }
  if ('flag' in condition) return (q) => q.flags.includes(condition.flag);
  if ('coded' in condition) return (q) => q.conditions.includes(condition.coded);
  if ('anyProtectedPlace' in condition) return (q) => q.protectedPlaces.length > 0;
  if ('neededFactUnknown' in condition) return (_q, context) => context.neededFactUnknown;
  if ('overridden' in condition) return (_q, context) => context.overridden;
  if ('all' in condition) {
    const parts = condition.all.map(compileCondition);
    return (q, context) => parts.every((holds) => holds(q, context));
  }
  if ('any' in condition) {
    const parts = condition.any.map(compileCondition);
    return (q, context) => parts.some((holds) => holds(q, context));
  }
  if ('not' in condition) {
    const inner = compileCondition(condition.not);
    return (q, context) => !inner(q, context);
  }
  return compileCondition(condition.when);
}

/** Whether a condition holds in a mode whatever the other facts are; undefined when that depends on them. */
function settledByMode(condition: Condition, mode: Mode): boolean | undefined {
  if ('fact' in condition) return condition.fact === 'mode' ? condition.is.includes(mode) : undefined;
  if ('named' in condition) return settledByMode(condition.when, mode);
  if ('not' in condition) {
    const inner = settledByMode(condition.not, mode);
    return inner === undefined ? undefined : !inner;
  }
  if ('all' in condition) {
    const parts = condition.all.map((part) => settledByMode(part, mode));
    if (parts.includes(false)) return false;
    return parts.includes(undefined) ? undefined : true;
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => settledByMode(part, mode));
    if (parts.includes(true)) return true;
    return parts.includes(undefined) ? undefined : false;
  }
  return undefined;
}

/** Whether a row with this condition need be tried in a mode at all. */
export const mayHoldIn = (condition: Condition, mode: Mode): boolean => settledByMode(condition, mode) !== false;
