import { isDeepStrictEqual } from 'node:util';
import { Signatory } from '@mash/contracts';
import { z } from 'zod';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { accountErrors, readAccount } from '../../../forms/read-account';
import { readDate } from '../../../forms/read-date';
import { dayWords } from '../../agreements/shared/day-words';
import { endedAfter, lastDayOf } from '../last-day';

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

/** The hidden field that says which entry the page showed. */
export const READ_FIELD = 'read';

const AsRead = z.array(z.object(Signatory.shape)).max(1);

const asRead = ({ entry }: Pick<SignatoryOf, 'entry'>): readonly Signatory[] => (entry === undefined ? [] : [entry]);
/** What goes into that field: the entry itself; nothing where somebody is named anew. */
export const markOfRead = (asked: Pick<SignatoryOf, 'entry'>): string => JSON.stringify(asRead(asked));

/** What stood there when the page was opened; undefined where the form does not say: one of an earlier release. */
export function entryRead(posted: Posted): readonly Signatory[] | undefined {
  const text = posted.optional(READ_FIELD);
  return text === undefined ? undefined : AsRead.safeParse(parsed(text)).data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no form of ours wrote it
  }
}

/** Whether somebody has changed the entry since the page was opened from which this was sent. */
export function isChangedSince(posted: Posted, asked: Pick<SignatoryOf, 'entry'>): boolean {
  const read = entryRead(posted);
  return read !== undefined && !isDeepStrictEqual(read, asRead(asked));
}

/** Another's entry is told before it is written over. */
export function changedSince({ entry }: Pick<SignatoryOf, 'entry'>): FieldError {
  if (entry === undefined)
    return { field: 'account', text: 'Somebody has named them meanwhile: go back to the list and change that entry' };
  const { name, jobTitle, approves } = entry;
  const last = lastDayOf(entry);
  const until = last === undefined ? 'no last day' : `last day ${dayWords(last)}`;
  return {
    field: 'name',
    text: `Somebody has changed this entry since you opened it. It says now: ${name}, ${jobTitle}, ${approves ? 'may approve' : 'may not approve'}, ${until}. Yours is below and is not kept: press again to put it in its place`,
  };
}
