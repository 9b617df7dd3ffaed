import { personOnRoster, type KnownFacts } from '../compose-question';
import { mayBeUnread } from '../may-be-unread';
import type { KeptStatement } from './consent-of-subject';
import { whoseConsents } from './whose-consent';

interface Statement extends KeptStatement {
  readonly recordedAt: Date;
  readonly groundDecidedAt: Date | null;
}

type Facts = Pick<KnownFacts, 'intake'> & { readonly consents: readonly Statement[] };

/**
 * Whether somebody has said something of this person's consent, or a manager of a ground for not asking, since something was decided. Of an
 * unborn child what was said of the brother or sister by whom it is decided counts as well.
 */
export function isSpokenOfSince(facts: Facts, personId: string, decidedAt: Date): boolean {
  const person = personOnRoster(facts.intake, personId);
  const ids = [personId, person?.personId, ...whoseConsents(facts, personId)];
  const isSince = (at: Date | null): boolean => at !== null && mayBeUnread(at, decidedAt);
  return facts.consents.some(
    ({ personId: whose, recordedAt, groundDecidedAt }) =>
      ids.includes(whose) && (isSince(recordedAt) || isSince(groundDecidedAt)),
  );
}
