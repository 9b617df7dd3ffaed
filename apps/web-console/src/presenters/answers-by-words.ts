import { momentWords } from './clock-chip';

/** Who answers a REVIEW, and by when: "The hub manager answers by 15:30 today." Undefined where nobody is asked. */
export function answersByWords(releaser: string | undefined, dueAt: string | undefined, now: Date): string | undefined {
  if (releaser === undefined) return undefined;
  if (dueAt === undefined) return `${releaser} may be asked.`;
  const due = new Date(dueAt);
  const moment = momentWords(due, now);
  return due < now ? `${releaser} was to answer by ${moment}, and has not.` : `${releaser} answers by ${moment}.`;
}
