import { RULE_BOOK } from '../../rules/rule-book';
import type { RuleRow } from '../../rules/rule-row';
import { conditionMutants } from './condition-mutants.scenarios';
import { effectMutants } from './effect-mutants.scenarios';
import { lawMutants } from './law-mutants.scenarios';
import { lossMutants } from './loss-mutants.scenarios';
import type { Mutant } from './mutant.scenarios';
import { rowMutant } from './mutant.scenarios';
import { namedMutants } from './named-mutants.scenarios';

const dropped = (row: RuleRow): Mutant => ({
  name: `${row.id} is dropped`,
  sources: { rules: RULE_BOOK.filter(({ id }) => id !== row.id) },
});

const mutantsOf = (row: RuleRow): Mutant[] => [
  dropped(row),
  ...effectMutants(row),
  ...conditionMutants(row.when).map(([what, when]) => rowMutant(`where ${what}`, { ...row, when })),
  ...lossMutants(row),
];

/** Every way in which the rules can be broken in one place. */
export const allMutants = (): Mutant[] => [...RULE_BOOK.flatMap(mutantsOf), ...namedMutants(), ...lawMutants()];
