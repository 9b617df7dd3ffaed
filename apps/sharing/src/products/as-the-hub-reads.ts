import { RULE_BOOK, type ReasonCode } from '../domain/decision';
import type { Judged } from '../releases/judge-thing';

const ABSENT_TO_ALL: ReadonlySet<ReasonCode> = new Set(
  RULE_BOOK.filter(({ visibility }) => visibility === 'absent').flatMap(({ reasons }) => reasons),
);

/**
 * A decision about somebody outside the hub, as the manager reads it who asked: what is absent to the recipient is withheld here, unless
 * a row makes it absent to everybody.
 */
export function asTheHubReads(judged: Judged): Judged {
  const { decision } = judged;
  if (decision.visibility !== 'absent' || decision.reasons.some((reason) => ABSENT_TO_ALL.has(reason))) return judged;
  return { ...judged, shownAs: 'withheld', decision: { ...decision, visibility: 'withheld' } };
}
