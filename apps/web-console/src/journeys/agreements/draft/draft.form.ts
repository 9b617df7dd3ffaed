import { DraftReplaced } from '@mash/contracts';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { momentWords } from '../../../presenters/clock-chip';

export interface DraftForm {
  readonly text: string;
  /** The draft that whoever writes has read. */
  readonly replaces: DraftReplaced;
  readonly errors: readonly FieldError[];
}

export function readDraft(posted: Posted): DraftForm {
  const text = posted.text('text');
  const replaces = DraftReplaced.safeParse(posted.text('replaces')).data ?? 'none';
  return { text, replaces, errors: text === '' ? [{ field: 'text', text: 'Write or paste the agreement' }] : [] };
}

/** Somebody has saved another draft since: who and when, and which it is now, so that saving again takes its place. Undefined for any other error. */
export function draftClash(error: unknown, now: Date): Omit<DraftForm, 'text'> | undefined {
  if (!(error instanceof ServiceProblem) || error.code !== 'SHARING.DRAFT_CHANGED') return undefined;
  const told = error.errors.find(({ field }) => field === 'replaces')?.message;
  const replaces = DraftReplaced.safeParse(told).data ?? 'none';
  const [when, how] =
    replaces === 'none'
      ? ['', 'save again to keep yours']
      : [` That was at ${momentWords(new Date(replaces), now)}.`, READ_THEIRS];
  return {
    replaces,
    errors: [{ field: 'text', text: `${error.detail}${when} Yours is below and is not saved: ${how}` }],
  };
}

const READ_THEIRS = 'read theirs in another window, then save again to put yours in its place';

/** Refusals of what was written: a body that the contract does not let through, a conflict, a file at fault. */
const ABOUT_THE_TEXT: readonly number[] = [400, 409, 413, 422];

/** What the service found wrong, each fault with its line and field. Anything else is none of the form's business. */
export function draftFaults(error: unknown): FieldError[] {
  if (!(error instanceof ServiceProblem) || !ABOUT_THE_TEXT.includes(error.status)) throw error;
  if (isTooLong(error)) return [{ field: 'text', text: 'This is longer than an agreement may be' }];
  if (error.errors.length === 0) return [{ field: 'text', text: error.detail }];
  return error.errors.map(({ field, message }) => ({
    field: 'text',
    text: field === '' ? message : `${message} (${field})`,
  }));
}

/** The whole of it goes to the service in one field of the request, which is none of the agreement's. */
const isTooLong = ({ status, errors }: ServiceProblem): boolean =>
  status === 413 || errors.some(({ field, code }) => field === 'text' && code === 'too_big');
