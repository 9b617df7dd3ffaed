import type { NeededFact } from '../../rules/needed-facts';
import { NEEDED_FACTS } from '../../rules/needed-facts';
import type { Condition } from '../../rules/condition';
import { RULE_BOOK } from '../../rules/rule-book';
import type { EffectSpec, RuleRow } from '../../rules/rule-row';
import { mutantsUnderAName } from './condition-mutants.scenarios';
import type { Mutant } from './mutant.scenarios';

type Change = (condition: Condition) => Condition;

/** Applies a change to every named condition inside, from the innermost out. */
function overNamed(condition: Condition, change: Change): Condition {
  if ('named' in condition) return change({ ...condition, when: overNamed(condition.when, change) });
  if ('not' in condition) return { not: overNamed(condition.not, change) };
  if ('all' in condition) return { all: condition.all.map((one) => overNamed(one, change)) };
  if ('any' in condition) return { any: condition.any.map((one) => overNamed(one, change)) };
  return condition;
}

function overNamedOfSpec(spec: EffectSpec, change: Change): EffectSpec {
  if (typeof spec === 'string' || 'review' in spec) return spec;
  return { ...spec, cases: spec.cases.map((one) => ({ ...one, when: overNamed(one.when, change) })) };
}

const overRow = (row: RuleRow, change: Change): RuleRow => ({
  ...row,
  when: overNamed(row.when, change),
  before: overNamedOfSpec(row.before, change),
  from: overNamedOfSpec(row.from, change),
});
const overNeed = (need: NeededFact, change: Change): NeededFact => ({ ...need, when: overNamed(need.when, change) });

function everyName(): Map<string, Condition> {
  const found = new Map<string, Condition>();
  const note: Change = (condition) => {
    if ('named' in condition) found.set(condition.named, condition.when);
    return condition;
  };
  for (const row of RULE_BOOK) overRow(row, note);
  return found;
}

/** The words that the book uses again and again ("to the hub", "below section 47"), each broken in one place, in all rows at once. */
export const namedMutants = (): Mutant[] =>
  [...everyName()].flatMap(([words, meant]) =>
    mutantsUnderAName(meant).map(([what, broken]) => {
      const change: Change = (one) => ('named' in one && one.named === words ? { ...one, when: broken } : one);
      return {
        name: `where "${words}" is said: ${what}`,
        sources: {
          rules: RULE_BOOK.map((row) => overRow(row, change)),
          needs: NEEDED_FACTS.map((need) => overNeed(need, change)),
        },
      };
    }),
  );
