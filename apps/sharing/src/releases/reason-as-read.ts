import { askerWords } from '../domain/asker-words';
import { RULE_BOOK, type SharingDecision } from '../domain/decision';

const reasonsOf = new Map(RULE_BOOK.map(({ id, reasons }) => [id, reasons]));

interface Reason {
  readonly code: string;
  readonly sentence: string;
}
const known = new WeakMap<SharingDecision, Reason>();

/** The deciding reason, as somebody who is not the holder may read it. Worked out once for a decision, which equal questions share. */
export function reasonAsRead(decision: SharingDecision): Reason {
  const reason = known.get(decision) ?? reasonOf(decision);
  known.set(decision, reason);
  return reason;
}

function reasonOf({ rule, reasons }: SharingDecision): Reason {
  const own = reasonsOf.get(rule)?.filter((reason) => reasons.includes(reason)) ?? [];
  const [deciding] = askerWords(own.length > 0 ? own : reasons);
  return deciding ?? { code: rule, sentence: 'Decided by the sharing rules.' };
}
