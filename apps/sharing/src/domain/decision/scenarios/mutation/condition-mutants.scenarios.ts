import { describeCondition } from '../../describe-rule';
import type { Condition, FactIs } from '../../rules/condition';

type NamedCondition = readonly [what: string, Condition];

const ALWAYS: Condition = { all: [] };

function withoutACode(condition: FactIs): NamedCondition[] {
  const codes: readonly string[] = condition.is;
  if (codes.length < 2) return [];
  return codes.map((code) => [
    `${condition.fact} is never ${code}`,
    { ...condition, is: codes.filter((one) => one !== code) } as unknown as Condition,
  ]);
}

/** The parts of an "all" or "any": each left out, and each broken where it stands. */
function brokenParts(parts: readonly Condition[], build: (parts: Condition[]) => Condition): NamedCondition[] {
  return parts.flatMap((part, at): NamedCondition[] => [
    [`"${describeCondition(part)}" is not asked`, build(parts.filter((_, index) => index !== at))],
    ...inside(part).map(([what, broken]): NamedCondition => [
      what,
      build(parts.map((one, index) => (index === at ? broken : one))),
    ]),
  ]);
}

function inside(condition: Condition): NamedCondition[] {
  if ('fact' in condition) return withoutACode(condition);
  if ('not' in condition) {
    const inner = inside(condition.not).map(([what, broken]): NamedCondition => [what, { not: broken }]);
    return [...inner, [`"${describeCondition(condition)}" is turned round`, condition.not]];
  }
  if ('all' in condition) return brokenParts(condition.all, (all) => ({ all }));
  if ('any' in condition) return brokenParts(condition.any, (any) => ({ any }));
  return []; // what has a name is broken once for all its rows (named-mutants)
}

/** A condition broken in one place: every code, every part of an "all" or "any", every "not"; and holding always. */
export const conditionMutants = (condition: Condition): NamedCondition[] => [
  ...inside(condition),
  ['always holds', ALWAYS],
];

/** The same for what stands under a name. */
export const mutantsUnderAName = (condition: Condition): NamedCondition[] => inside(condition);
