import { isDeepStrictEqual } from 'node:util';
import { decide } from '../decide';
import type { RuleSources } from '../engine/compile-rules';
import { compileRules } from '../engine/compile-rules';
import { RULE_BOOK } from '../rules/rule-book';
import { compared } from './expected.scenarios';
import { allMutants } from './mutation/all-mutants.scenarios';
import { EQUIVALENT_MUTANTS } from './mutation/equivalent-mutants.scenarios';
import type { Scenario } from './scenario.scenarios';
import { REASON_SCENARIOS } from './reason-scenarios.scenarios';
import { WORKED_EXAMPLES } from './worked-examples.scenarios';

const SCENARIOS: readonly Scenario[] = [...WORKED_EXAMPLES, ...Object.values(REASON_SCENARIOS).flat()];

/** The ordinary tier drops every row and breaks every third place, the full one all of them; in a fixed order each run is the same. */
const EVERY = process.env['MASH_FULL'] === '1' ? 1 : 3;

/** Whether some scenario no longer comes out as it says. */
function isNoticed(sources: RuleSources): boolean {
  const compiled = compileRules({ ...sources, remember: 0 });
  return SCENARIOS.some(({ given, then }) => {
    const { got, wanted } = compared(given.question, decide(given.question, compiled), then);
    return !isDeepStrictEqual(got, wanted);
  });
}

describe('Breaking the rules in one place', () => {
  const mutants = allMutants();
  /** What no third may leave out: a whole row, and what is said to change nothing. */
  const isTriedAlways = (name: string): boolean => name.endsWith(' is dropped') || name in EQUIVALENT_MUTANTS;

  test('is noticed by a scenario or a worked example, whichever place and however it is broken', () => {
    expect(isNoticed({})).toBe(false);

    const tried = mutants.filter(({ name }, at) => at % EVERY === 0 || isTriedAlways(name));
    const survivors = tried.filter(({ sources }) => !isNoticed(sources)).map(({ name }) => name);

    expect(survivors.sort()).toEqual(Object.keys(EQUIVALENT_MUTANTS).sort());
  }, 240_000);

  test('has many ways: every row, outcome, condition, addition, needed fact and day of the law', () => {
    expect(mutants.length).toBeGreaterThan(12 * RULE_BOOK.length);
    for (const { id } of RULE_BOOK) expect(mutants.some(({ name }) => name === `${id} is dropped`)).toBe(true);
  });
});
