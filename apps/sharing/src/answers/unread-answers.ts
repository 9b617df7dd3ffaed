import type { HolderStatement } from '../domain/holder/holder-statement';
import { isAlertHeld } from '../domain/holder/what-stands';
import type { Opened } from '../releases/envelope-opener';
import type { AcceptedPart } from './checked-answer.repository';

/** An answer that was accepted, of which something is not there any more as it was: nobody knows what it said. */
export interface UnreadAnswer {
  readonly answerId: string;
  readonly agencyId: string;
}

/** Of what was accepted, the parts that are not among what opened. */
export function partsUnread(accepted: readonly AcceptedPart[], opened: readonly Opened[]): AcceptedPart[] {
  const answers = opened.flatMap((one) => (one.kind === 'answer' ? one.ids : []));
  const isRead = (part: AcceptedPart): boolean =>
    answers.some(
      ({ answerId, personId }) => answerId === part.answerId && (part.personId === null || personId === part.personId),
    );
  return accepted.filter((part) => !isRead(part));
}

/**
 * What was accepted and does not open, or is not there: whoever could alter a row where answers lie must not be able to take away what an item holds up.
 * @param accepted read before the answers were fetched: one that has come since is no loss
 */
export function unreadOf(accepted: readonly AcceptedPart[], opened: readonly Opened[]): UnreadAnswer[] {
  const unread = partsUnread(accepted, opened);
  return [...new Map(unread.map(({ answerId, agencyId }) => [answerId, { answerId, agencyId }])).values()];
}

/**
 * Those that its own agency has not cleared by a word about the whole answer: it knows from its own records what it said there, and nobody else does. Its
 * items may have held letters or telling the parent, and that one word clears both.
 */
export const stillUnread = (unread: readonly UnreadAnswer[], statements: readonly HolderStatement[]): UnreadAnswer[] =>
  unread.filter(({ answerId: itemId, agencyId }) =>
    isAlertHeld(statements, { itemId, agencyId, flags: ['do_not_alert'] }),
  );
