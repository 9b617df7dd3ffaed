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

/** What the service found wrong, each fault with its line and field. Anything else is none of the form's business. */
export function draftFaults(error: unknown): FieldError[] {
  if (!(error instanceof ServiceProblem) || ![409, 422].includes(error.status)) throw error;
  if (error.errors.length === 0) return [{ field: 'text', text: error.detail }];
  return error.errors.map(({ field, message }) => ({
    field: 'text',
    text: field === '' ? message : `${message} (${field})`,
  }));
}
