import { PlainReference } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';

/** A reference as it lies in the clear: the same rule as the service's, said so that somebody can put it right. */
export function readPlainReference(
  posted: Posted,
  field: string,
  what: string,
): { reference?: string; errors: FieldError[] } {
  const read = PlainReference.safeParse(posted.text(field));
  if (read.success) return { reference: read.data, errors: [] };
  const text = `Enter ${what} with a number in it, without blanks or names, such as RS-4.2 or CT-2026-0193`;
  return { errors: [{ field, text }] };
}
