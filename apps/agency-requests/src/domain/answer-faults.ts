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
  const stopped = new Map(
    asked.lines.flatMap(({ personId, state }) => (state === 'held' || state === 'recalled' ? [[personId, state]] : [])),
  );
  const seen = new Set<string>();
  const faults = envelopes.flatMap(({ personId, sealed }, index): AnswerFault[] => {
    const field = `envelopes.${String(index)}`;
    const found: AnswerFault[] = [];
    if (sealed.kid !== asked.answerKeyId)
      found.push({ field, code: 'wrong_key', message: 'Sealed to another key than the request gave.' });
    if (!open.has(personId)) found.push({ field, ...whyNot(stopped.get(personId)) });
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

const WHY_NOT = {
  recalled: 'Recalled: do not answer this. Destroy what you noted.',
  held: 'On hold: do not answer this before the hub says so.',
} as const;

/** What is said of a person about whom nothing is to be answered: recalled, held, or never asked about. */
const whyNot = (stopped: LineState | undefined): { code: string; message: string } =>
  stopped === 'recalled' || stopped === 'held'
    ? { code: stopped, message: WHY_NOT[stopped] }
    : { code: 'not_asked', message: 'Nothing was asked about this person.' };
