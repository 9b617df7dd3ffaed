import type { SharingDecision } from './sharing-decision';

const NONE: readonly string[] = Object.freeze([]);
/** Decisions are frozen and shared between equal questions: the words of one are put together once. */
const known = new WeakMap<SharingDecision, readonly string[]>();

/** What a decision rests on, in words: articles, schedules, statutes and the common-law ground. Empty where it does not permit. */
export function lawfulBasisOf(decision: SharingDecision): readonly string[] {
  if (decision.lawfulBasis.length === 0) return NONE;
  const words = known.get(decision) ?? Object.freeze(decision.lawfulBasis.map(({ text }) => text));
  known.set(decision, words);
  return words;
}
