import type { GiveAnswer, LineState } from '@mash/contracts';

export interface AnswerFault {
  field: string;
  code: string;
  message: string;
}

interface AskedLine {
  readonly personId: string;
  readonly state: LineState;
}

/** What is wrong with a sealed answer as far as the outside shows: sealed to another key, about somebody not asked about, or a person twice. */
export function answerFaults(
  { envelopes, complete }: GiveAnswer,
  asked: { answerKeyId: string | null; lines: readonly AskedLine[] },
): AnswerFault[] {
  const open = new Set(
    asked.lines.filter(({ state }) => state === 'issued' || state === 'answered').map(({ personId }) => personId),
  );
  const waiting = new Set(asked.lines.filter(({ state }) => state === 'issued').map(({ personId }) => personId));
  const seen = new Set<string>();
  const faults = envelopes.flatMap(({ personId, sealed }, index): AnswerFault[] => {
    const field = `envelopes.${String(index)}`;
    const found: AnswerFault[] = [];
    if (sealed.kid !== asked.answerKeyId)
      found.push({ field, code: 'wrong_key', message: 'Sealed to another key than the request gave.' });
    if (!open.has(personId)) found.push({ field, code: 'not_asked', message: 'Nothing was asked about this person.' });
    if (seen.has(personId)) found.push({ field, code: 'twice', message: 'One envelope for each person.' });
    seen.add(personId);
    return found;
  });
  const missing = [...waiting].filter((personId) => !seen.has(personId));
  if (complete && missing.length > 0) {
    faults.push({
      field: 'complete',
      code: 'coverage_missing',
      message: 'Somebody you were asked about has no answer yet: say what was searched, or send a part answer.',
    });
  }
  return faults;
}
