import { createHash } from 'node:crypto';
import type { FramePeriod } from '../law/frame-periods';
import { framePeriods } from '../law/frame-periods';
import type { LegalFrame } from '../law/legal-frame';
import { LEGAL_FRAME } from '../law/legal-frame';
import type { CodedFact, SharingQuestion } from '../facts/sharing-question';
import type { Mode } from '../facts/request-facts';
import { MODES } from '../facts/request-facts';
import type { NeededFact } from '../rules/needed-facts';
import { NEEDED_FACTS } from '../rules/needed-facts';
import { RULE_BOOK } from '../rules/rule-book';
import type { Effect, EffectSpec, RuleRow } from '../rules/rule-row';
import type { Predicate } from './compile-condition';
import { compileCondition, mayHoldIn } from './compile-condition';
import { DecisionMemo } from './decision-memo';
import type { SharingPackSettings } from './pack-settings';
import { DEFAULT_PACK_SETTINGS, withPackSettings } from './pack-settings';

const SILENCED: ReadonlySet<string> = new Set(['CONS', 'THR', 'AGR']);

/** A row whose conditions have become functions. */
export interface CompiledRow {
  readonly row: RuleRow;
  readonly applies: Predicate;
  /** A row marked * silences it. */
  readonly isSilenced: boolean;
  readonly before: (question: SharingQuestion) => Effect;
  readonly from: (question: SharingQuestion) => Effect;
}

export interface CompiledNeed {
  readonly fact: CodedFact;
  readonly isNeeded: Predicate;
  readonly unlessSilenced: boolean;
}

/** The rule book ready to decide: the rows of each mode, the periods of the law and a lookup of decisions already made. */
export interface CompiledRules {
  readonly version: string;
  readonly rowsIn: Readonly<Record<Mode, readonly CompiledRow[]>>;
  readonly starRowsIn: Readonly<Record<Mode, readonly CompiledRow[]>>;
  readonly needs: readonly CompiledNeed[];
  readonly periods: readonly FramePeriod[];
  readonly memo: DecisionMemo;
}

export interface RuleSources {
  readonly rules?: readonly RuleRow[];
  /** The facts without which R-GATE-02 answers. */
  readonly needs?: readonly NeededFact[];
  readonly frame?: LegalFrame;
  /** What the pack sets; what it leaves out is as the book has it. */
  readonly pack?: Partial<SharingPackSettings>;
  /** Decisions remembered; 0 remembers none (to measure and to test the rules themselves). */
  readonly remember?: number;
}

const NO_CONTEXT = { neededFactUnknown: false, overridden: false };

function compileEffect(spec: EffectSpec): (question: SharingQuestion) => Effect {
  if (typeof spec === 'string' || 'review' in spec) return () => spec;
  const cases = spec.cases.map(({ when, effect }) => ({ holds: compileCondition(when), effect }));
  return (question) => cases.find(({ holds }) => holds(question, NO_CONTEXT))?.effect ?? spec.otherwise;
}

const compileRow = (row: RuleRow): CompiledRow => ({
  row,
  applies: compileCondition(row.when),
  isSilenced: SILENCED.has(row.family) && row.silences === undefined,
  before: compileEffect(row.before),
  from: compileEffect(row.from),
});

/** Protect ends the matter: its rows alone are tried, and nowhere else. */
const belongsTo = (mode: Mode, row: RuleRow): boolean =>
  (row.family === 'PROT') === (mode === 'protect') && mayHoldIn(row.when, mode);

const byMode = (select: (mode: Mode) => CompiledRow[]): Record<Mode, CompiledRow[]> =>
  Object.fromEntries(MODES.map((mode) => [mode, select(mode)])) as Record<Mode, CompiledRow[]>;

/** Derived, so that no change of a row, a fact list, a pack setting or the law goes without a new version. */
function versionOf(rules: readonly RuleRow[], needs: readonly NeededFact[], frame: LegalFrame): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([rules, needs, frame]))
    .digest('hex');
  return `rules-${frame.version}-${hash.slice(0, 12)}`;
}

/** Compiles the rule book, once, at load. */
export function compileRules({
  rules = RULE_BOOK,
  needs = NEEDED_FACTS,
  frame = LEGAL_FRAME,
  pack = {},
  remember = 32_768,
}: RuleSources = {}): CompiledRules {
  const book = withPackSettings(rules, { ...DEFAULT_PACK_SETTINGS, ...pack });
  const compiled = book.map(compileRow);
  const rowsIn = byMode((mode) => compiled.filter(({ row }) => belongsTo(mode, row)));
  return {
    version: versionOf(book, needs, frame),
    rowsIn,
    starRowsIn: byMode((mode) => rowsIn[mode].filter(({ row }) => row.silences)),
    needs: needs.map(({ fact, when, unlessSilenced }) => ({
      fact,
      isNeeded: compileCondition(when),
      unlessSilenced: unlessSilenced === true,
    })),
    periods: framePeriods(frame),
    memo: new DecisionMemo(remember),
  };
}
