import type { Signatory } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { readDate } from '../../../forms/read-date';
import { endedAfter } from '../last-day';

const ACCOUNT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST = 120;
export const APPROVES = ['yes', 'no'] as const;

export interface SignatoryOf {
  readonly agencyId: string;
  /** Whose entry is changed; without one somebody is named anew. */
  readonly entry: Signatory | undefined;
  /** Accounts that the register has for this body. */
  readonly known: readonly Signatory[];
}

/** One entry of the register as it was typed. An account that is there already is changed at its own entry, so that nothing of it is written over unseen. */
export function readSignatory(
  posted: Posted,
  { agencyId, entry, known }: SignatoryOf,
): { signatory?: Signatory; errors: FieldError[] } {
  // Tokens have it in small letters: in others it would be nobody's.
  const accountId = entry?.accountId ?? posted.text('account').toLowerCase();
  const [name, jobTitle] = [posted.text('name'), posted.text('post')];
  const approves = posted.choice('approves', APPROVES);
  const last = readDate(posted, 'last');
  const there = entry === undefined ? known.find((one) => one.accountId === accountId) : undefined;
  const errors: FieldError[] = [
    ...(ACCOUNT.test(accountId)
      ? []
      : [{ field: 'account', text: 'Enter the account number as the sign-in service shows it, 36 characters' }]),
    ...(there === undefined
      ? []
      : [{ field: 'account', text: `${there.name} is named with this account already: change that entry` }]),
    ...wordsWrong('name', name, 'Enter the name, as colleagues know it'),
    ...wordsWrong('post', jobTitle, 'Enter the post that they hold'),
    ...(approves === undefined ? [{ field: 'approves', text: 'Say whether they may approve for this body' }] : []),
    ...(last.errors ?? []),
  ];
  if (approves === undefined || errors.length > 0) return { errors };
  const ended = last.date === undefined ? {} : { endedOn: endedAfter(last.date) };
  return { signatory: { accountId, agencyId, name, jobTitle, approves: approves === 'yes', ...ended }, errors };
}

function wordsWrong(field: string, words: string, missing: string): FieldError[] {
  if (words === '') return [{ field, text: missing }];
  return words.length > MOST ? [{ field, text: `Use ${MOST} characters or fewer` }] : [];
}
