import { isDeepStrictEqual } from 'node:util';
import { decide } from '../decide';
import { compileRules } from '../engine/compile-rules';
import { RULE_BOOK } from '../rules/rule-book';
import type { Effect, EffectSpec, RuleRow } from '../rules/rule-row';
import { compared } from './expected.scenarios';
import type { Scenario } from './scenario.scenarios';
import { REASON_SCENARIOS } from './reason-scenarios.scenarios';
import { WORKED_EXAMPLES } from './worked-examples.scenarios';

interface Mutant {
  readonly name: string;
  readonly rules: readonly RuleRow[];
}

/** PERMIT becomes DENY, DENY becomes PERMIT, a REVIEW goes to nobody and `-` refuses. */
function flipped(effect: Effect): Effect {
  if (effect === 'PERMIT') return 'DENY';
  return effect === '-' ? 'DENY' : 'PERMIT';
}

/** Every way to flip one effect of a specification. */
function flips(spec: EffectSpec): EffectSpec[] {
  if (typeof spec === 'string' || 'review' in spec) return [flipped(spec)];
  const cases = spec.cases.map((one, at) => ({
    ...spec,
    cases: spec.cases.map((other, index) => (index === at ? { ...one, effect: flipped(one.effect) } : other)),
  }));
  return [...cases, { ...spec, otherwise: flipped(spec.otherwise) }];
}

function effectMutants(row: RuleRow): RuleRow[] {
  if (isDeepStrictEqual(row.before, row.from))
    return flips(row.from).map((spec) => ({ ...row, before: spec, from: spec }));
  return [
    ...flips(row.before).map((before) => ({ ...row, before })),
    ...flips(row.from).map((from) => ({ ...row, from })),
  ];
}

/** What a row adds, taken away one thing at a time. */
function lossMutants(row: RuleRow): [string, RuleRow][] {
  const { visibility, silences, bases, overridable, readsClass, ...bare } = row;
  const without = (part: object): RuleRow => ({
    ...bare,
    ...{ visibility, silences, bases, overridable, readsClass },
    ...part,
  });
  const losses: [string, unknown, object][] = [
    ['is no longer absent', visibility, { visibility: undefined }],
    ['silences nothing', silences, { silences: undefined }],
    ['names no bases', bases, { bases: undefined }],
    ['cannot be overridden', overridable, { overridable: undefined }],
    ['reads no class', readsClass, { readsClass: undefined }],
    ['gives no reason', row.reasons[0], { reasons: [] }],
    ['owes nothing', row.obligations, { obligations: [] }],
    ['leaves nothing out', row.redactions, { redactions: [] }],
  ];
  return losses.filter(([, has]) => has !== undefined).map(([what, , part]) => [what, without(part)]);
}

const replaced = (id: string, row: RuleRow | undefined): readonly RuleRow[] =>
  RULE_BOOK.flatMap((one) => (one.id === id ? (row ? [row] : []) : [one]));

const mutantsOf = (row: RuleRow): Mutant[] => [
  { name: `${row.id} is dropped`, rules: replaced(row.id, undefined) },
  ...effectMutants(row).map((mutant, at) => ({
    name: `${row.id} has effect ${at} flipped`,
    rules: replaced(row.id, mutant),
  })),
  ...lossMutants(row).map(([what, mutant]) => ({ name: `${row.id} ${what}`, rules: replaced(row.id, mutant) })),
];

/** The scenarios that these rules do not live up to. */
function failing(rules: readonly RuleRow[], scenarios: readonly Scenario[]): Scenario[] {
  const compiled = compileRules({ rules, remember: 0 });
  return scenarios.filter(({ given, then }) => {
    const { got, wanted } = compared(given.question, decide(given.question, compiled), then);
    return !isDeepStrictEqual(got, wanted);
  });
}

describe('Breaking a rule', () => {
  const scenarios: Scenario[] = [...WORKED_EXAMPLES, ...Object.values(REASON_SCENARIOS).flat()];

  test('is noticed by a scenario or a worked example, whichever rule and however it is broken', () => {
    expect(failing(RULE_BOOK, scenarios)).toEqual([]);

    const mutants = RULE_BOOK.flatMap(mutantsOf);
    const survivors = mutants.filter(({ rules }) => failing(rules, scenarios).length === 0).map(({ name }) => name);

    expect(mutants.length).toBeGreaterThan(4 * RULE_BOOK.length - 50);
    expect(survivors).toEqual([]);
  }, 120_000);
});
