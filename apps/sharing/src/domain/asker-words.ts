import { HELD_BACK_WORDS, reasonsAsRead, REASON_CATALOGUE, type PublicReason, type ReasonCode } from './decision';
import { unknownFactWords } from './unknown-fact-words';

const sentenceOf = (reason: PublicReason): string =>
  reason === 'HOLD' || reason === 'WITHHELD' ? HELD_BACK_WORDS[reason] : REASON_CATALOGUE[reason].asker;

/**
 * The reasons of a decision as one who is not the holder may read them: a code and a sentence, nothing that they may not know.
 * @param unknownFacts names of the facts that R-GATE-02 missed, where they were kept
 */
export const askerWords = (
  reasons: readonly string[],
  unknownFacts: readonly string[] = [],
): { code: string; sentence: string }[] =>
  reasonsAsRead(reasons as readonly ReasonCode[], 'other').map((code) => ({
    code,
    sentence:
      code === 'FACT_UNKNOWN' && unknownFacts.length > 0
        ? `Not known yet: ${unknownFactWords(unknownFacts)}. A manager will decide.`
        : sentenceOf(code),
  }));
