import { askerWords } from '../domain/asker-words';
import { RULE_BOOK, type SharingDecision } from '../domain/decision';

const reasonsOf = new Map(RULE_BOOK.map(({ id, reasons }) => [id, reasons]));

/** The deciding reason, as somebody who is not the holder may read it. */
export function reasonAsRead({ rule, reasons }: SharingDecision): { code: string; sentence: string } {
  const own = reasonsOf.get(rule)?.filter((reason) => reasons.includes(reason)) ?? [];
  const [deciding] = askerWords(own.length > 0 ? own : reasons);
  return deciding ?? { code: rule, sentence: 'Decided by the sharing rules.' };
}
