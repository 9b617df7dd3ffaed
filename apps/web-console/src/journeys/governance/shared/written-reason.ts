import type { FieldError } from '../../../forms/field-error';
import { textArea, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';

export const REASON = 'reason';
const MOST = 2000;

/** The reason that is sealed to the enquiry's key. */
export function readReason(posted: Posted): { reason?: string; errors: FieldError[] } {
  const reason = posted.optional(REASON);
  if (reason === undefined)
    return { errors: [{ field: REASON, text: 'Write your reason: it is sealed, and can be asked for later' }] };
  if (reason.length > MOST) return { errors: [{ field: REASON, text: 'Use 2,000 characters or fewer' }] };
  return { reason, errors: [] };
}

export const reasonField = (
  label: string,
  hint: string,
  posted: Posted | undefined,
  errors: readonly FieldError[],
): FieldView => textArea({ name: REASON, label, hint, value: posted?.text(REASON), errors, maxlength: MOST, rows: 4 });
