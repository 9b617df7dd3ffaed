import type { HolderStatement } from '../domain/holder/holder-statement';
import { isAlertHeld } from '../domain/holder/what-stands';
import type { Opened } from '../releases/envelope-opener';
import type { AcceptedPart } from './checked-answer.repository';

/** An answer that was accepted, of which something is not there any more as it was: nobody knows what it said. */
export interface UnreadAnswer {
  readonly answerId: string;
  readonly agencyId: string;
}

/** An answer about one person, as it lies or was read. */
type Found = Readonly<Record<'answerId' | 'personId', string>>;

/** Of one from before it was kept about whom it is, the answer is all that is known. */
const isOf = (part: AcceptedPart, { answerId, personId }: Found): boolean =>
  part.answerId === answerId && (part.personId === null || part.personId === personId);

/** Of what was accepted, the parts that are not among what was found. */
export const notAmong = (found: readonly Found[], accepted: readonly AcceptedPart[]): AcceptedPart[] =>
  accepted.filter((part) => !found.some((one) => isOf(part, one)));

/** Of what was accepted, the parts that are not among what opened. */
export const partsUnread = (accepted: readonly AcceptedPart[], opened: readonly Opened[]): AcceptedPart[] =>
  notAmong(
    opened.flatMap((one) => (one.kind === 'answer' ? one.ids : [])),
    accepted,
  );

/** The answers that parts are of, each once: an answer has one for each person. */
export const answersOf = (parts: readonly AcceptedPart[]): UnreadAnswer[] => [
  ...new Map(parts.map(({ answerId, agencyId }) => [answerId, { answerId, agencyId }])).values(),
];

/**
 * What was accepted and does not open, or is not there: whoever could alter a row where answers lie must not be able to take away what an item holds up.
 * @param accepted read before the answers were fetched: one that has come since is no loss
 */
export function unreadOf(accepted: readonly AcceptedPart[], opened: readonly Opened[]): UnreadAnswer[] {
  return answersOf(partsUnread(accepted, opened));
}

/**
 * Those that its own agency has not cleared by a word about the whole answer: it knows from its own records what it said there, and nobody else does. Its
 * items may have held letters or telling the parent, and that one word clears both.
 */
export const stillUnread = (unread: readonly UnreadAnswer[], statements: readonly HolderStatement[]): UnreadAnswer[] =>
  unread.filter(({ answerId: itemId, agencyId }) =>
    isAlertHeld(statements, { itemId, agencyId, flags: ['do_not_alert'] }),
  );
