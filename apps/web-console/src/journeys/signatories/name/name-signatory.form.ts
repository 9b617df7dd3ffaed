import type { Signatory } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { accountErrors, readAccount } from '../../../forms/read-account';
import { readDate } from '../../../forms/read-date';
import { endedAfter } from '../last-day';

const MOST = 120;
const APPROVES = ['yes', 'no'] as const;

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
  const accountId = entry?.accountId ?? readAccount(posted, 'account');
  const [name, jobTitle] = [posted.text('name'), posted.text('post')];
  const approves = posted.choice('approves', APPROVES);
  const last = readDate(posted, 'last');
  const there = entry === undefined ? known.find((one) => one.accountId === accountId) : undefined;
  const errors: FieldError[] = [
    ...accountErrors('account', accountId),
    ...(there === undefined
      ? []
      : [{ field: 'account', text: `${there.name} is named with this account already: change that entry` }]),
    ...wordsWrong('name', name, 'Enter the name, as colleagues know it'),
    ...wordsWrong('post', jobTitle, 'Enter the post that they hold'),
    ...(approves === undefined ? [{ field: 'approves', text: 'Say whether they may approve for this body' }] : []),
    ...(last.errors ?? []),
  ];
  if (accountId === undefined || approves === undefined || errors.length > 0) return { errors };
  const ended = last.date === undefined ? {} : { endedOn: endedAfter(last.date) };
  return { signatory: { accountId, agencyId, name, jobTitle, approves: approves === 'yes', ...ended }, errors };
}

function wordsWrong(field: string, words: string, missing: string): FieldError[] {
  if (words === '') return [{ field, text: missing }];
  return words.length > MOST ? [{ field, text: `Use ${MOST} characters or fewer` }] : [];
}
