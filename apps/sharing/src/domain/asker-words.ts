import { HELD_BACK_WORDS, reasonsAsRead, REASON_CATALOGUE, type PublicReason, type ReasonCode } from './decision';

const sentenceOf = (reason: PublicReason): string =>
  reason === 'HOLD' || reason === 'WITHHELD' ? HELD_BACK_WORDS[reason] : REASON_CATALOGUE[reason].asker;

/** The reasons of a decision as one who is not the holder may read them: a code and a sentence, nothing that they may not know. */
export const askerWords = (reasons: readonly string[]): { code: string; sentence: string }[] =>
  reasonsAsRead(reasons as readonly ReasonCode[], 'other').map((code) => ({ code, sentence: sentenceOf(code) }));
