import type { CodedFact, SharingQuestion } from '../facts/sharing-question';
import { overrideFault } from '../law/override-grounds';
import type { FramePeriod } from '../law/frame-periods';
import type { Effect, RuleRow } from '../rules/rule-row';
import type { CompiledRow, CompiledRules } from './compile-rules';

/** A row that applies, with its effect for this question on this day, struck or not. */
export interface FiredRow {
  readonly row: RuleRow;
  readonly effect: Effect;
  readonly isStruck: boolean;
}

export interface Fired {
  /** The question as the rows read it: its class may be that of a revealing name. */
  readonly question: SharingQuestion;
  readonly rows: readonly FiredRow[];
  readonly unknownFacts: readonly CodedFact[];
}

const NO_CONTEXT = { neededFactUnknown: false, overridden: false };

const isOverridden = (q: SharingQuestion): boolean =>
  q.override !== 'none' && overrideFault(q.override, q) === undefined;

/** R-EX-01: the name of the responder may read the class of the item. */
function readClass(q: SharingQuestion, rows: readonly CompiledRow[]): SharingQuestion {
  const reading = rows.find(({ row, applies }) => row.readsClass !== undefined && applies(q, NO_CONTEXT));
  const dataClass = reading?.row.readsClass;
  return dataClass === undefined || dataClass === q.dataClass ? q : { ...q, dataClass };
}

function unknownNeeds(q: SharingQuestion, { needs }: CompiledRules, isSilent: boolean): CodedFact[] {
  return needs
    .filter(({ fact, unlessSilenced }) => q[fact] === 'unknown' && !(isSilent && unlessSilenced))
    .filter(({ isNeeded }) => isNeeded(q, NO_CONTEXT))
    .map(({ fact }) => fact);
}

/** A releaser's yes strikes a REVIEW once each of its releasers has said it; an override strikes the reasons it names. */
function isStruck(row: RuleRow, effect: Effect, q: SharingQuestion, overridden: boolean): boolean {
  const { override } = q;
  if (overridden && override !== 'none' && row.overridable === true) {
    if (row.reasons.some((reason) => override.strikes.includes(reason))) return true;
  }
  if (typeof effect === 'string') return false;
  return effect.review.every((releaser) => q.yeses.some(({ rule, by }) => rule === row.id && by === releaser));
}

/** Tries every row: no early exit (rule book section 2, points 1 to 4). */
export function fireRows(asked: SharingQuestion, compiled: CompiledRules, period: FramePeriod): Fired {
  const rows = compiled.rowsIn[asked.mode];
  const question = readClass(asked, rows);
  const isSilent = compiled.starRowsIn[asked.mode].some(({ applies }) => applies(question, NO_CONTEXT));
  const unknownFacts = asked.mode === 'protect' ? [] : unknownNeeds(question, compiled, isSilent);
  const context = { neededFactUnknown: unknownFacts.length > 0, overridden: isOverridden(question) };
  const fired: FiredRow[] = [];
  for (const compiledRow of rows) {
    if (isSilent && compiledRow.isSilenced) continue;
    if (!compiledRow.applies(question, context)) continue;
    const effect = period.dutyHasStarted ? compiledRow.from(question) : compiledRow.before(question);
    const { row } = compiledRow;
    fired.push({ row, effect, isStruck: isStruck(row, effect, question, context.overridden) });
  }
  return { question, rows: fired, unknownFacts };
}
