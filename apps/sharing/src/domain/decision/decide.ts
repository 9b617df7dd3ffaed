import type { SharingQuestion } from './facts/sharing-question';
import type { CompiledRules } from './engine/compile-rules';
import { combineRows } from './engine/combine-rows';
import { fireRows } from './engine/fire-rows';
import type { QuestionKey } from './engine/question-key';
import { writeQuestionKey } from './engine/question-key';
import type { FramePeriod } from './law/frame-periods';
import type { SharingDecision } from './sharing-decision';

/** Frozen throughout: equal questions share one decision. */
function frozen(decision: SharingDecision): SharingDecision {
  for (const part of Object.values(decision) as unknown[]) Object.freeze(part);
  for (const part of [...decision.lawfulBasis, ...decision.reviews]) Object.freeze(part);
  return Object.freeze(decision);
}

/** The last period that has started; the first has no beginning. */
function periodIndex(periods: readonly FramePeriod[], now: number): number {
  for (let index = periods.length - 1; index > 0; index -= 1) {
    const period = periods[index];
    if (period !== undefined && period.startsAt <= now) return index;
  }
  return 0;
}

function decideAfresh(question: SharingQuestion, compiled: CompiledRules, period: number): SharingDecision {
  const law = compiled.periods[period];
  if (law === undefined) throw new RangeError('The legal frame has no period for this question');
  return frozen(combineRows(fireRows(question, compiled, law), law, compiled.version));
}

const key: QuestionKey = { request: 0, people: 0, item: 0 };

/**
 * The sharing decision: one recipient, one subject, one category. A pure function of the question and the compiled rules:
 * no clock, no chance, nothing read or written outside. What people have answered (a yes, an override) is decided afresh;
 * everything else is looked up once it has been decided.
 */
export function decide(question: SharingQuestion, compiled: CompiledRules): SharingDecision {
  const period = periodIndex(compiled.periods, question.now);
  if (question.override !== 'none' || question.yeses.length > 0) return decideAfresh(question, compiled, period);
  writeQuestionKey(question, period, key);
  const known = compiled.memo.find(key);
  if (known !== undefined) return known;
  const decision = decideAfresh(question, compiled, period);
  compiled.memo.remember(key, decision);
  return decision;
}
