import { ServiceProblem } from '../../../api-clients/service-errors';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';

export interface DraftForm {
  readonly text: string;
  readonly errors: readonly FieldError[];
}

export function readDraft(posted: Posted): DraftForm {
  const text = posted.text('text');
  return { text, errors: text === '' ? [{ field: 'text', text: 'Write or paste the agreement' }] : [] };
}

/** Refusals of what was written: a body that the contract does not let through, a conflict, a file at fault. */
const ABOUT_THE_TEXT: readonly number[] = [400, 409, 413, 422];

/** What the service found wrong, each fault with its line and field. Anything else is none of the form's business. */
export function draftFaults(error: unknown): FieldError[] {
  if (!(error instanceof ServiceProblem) || !ABOUT_THE_TEXT.includes(error.status)) throw error;
  if (error.status === 413) return [{ field: 'text', text: 'This is too long for one agreement' }];
  if (error.errors.length === 0) return [{ field: 'text', text: error.detail }];
  return error.errors.map(({ field, message }) => ({
    field: 'text',
    // `text` is the whole of it, as the console sent it: no field of the agreement.
    text: ['', 'text'].includes(field) ? message : `${message} (${field})`,
  }));
}
