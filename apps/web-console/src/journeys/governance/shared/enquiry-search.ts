import { z } from 'zod';
import type { FieldError } from '../../../forms/field-error';
import { textField, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { pathOfReference } from '../../../layout/path-of-reference';

export const SEARCH_FIELD = 'enquiry';

/** What somebody typed to name an enquiry: its id, or its reference in its usual form. */
export type EnquiryNamed = { readonly id: string } | { readonly reference: string };

/** Reads it; text that is neither is an error that says what to type. */
export function readEnquirySearch(posted: Posted): { named?: EnquiryNamed; errors: readonly FieldError[] } {
  const typed = posted.text(SEARCH_FIELD);
  const id = z.uuid().safeParse(typed.toLowerCase()).data;
  if (id !== undefined) return { named: { id }, errors: [] };
  const [, kind, reference] = (pathOfReference(typed) ?? '').split('/');
  if (kind === 'enquiries' && reference !== undefined) return { named: { reference }, errors: [] };
  const text =
    kind === 'contacts'
      ? 'This is the reference of a concern. Enter the reference of the enquiry, which begins with E'
      : 'Enter an enquiry reference such as E-7K2Q4X9, or the id of the enquiry';
  return { errors: [{ field: SEARCH_FIELD, text }] };
}

export function enquirySearchField(value: string | undefined, errors: readonly FieldError[]): FieldView {
  return textField({
    name: SEARCH_FIELD,
    label: 'Enquiry reference or id',
    hint: 'No names: a reference such as E-7K2Q4X9, or the id that stands in the log',
    classes: 'govuk-input--width-20',
    maxlength: 40,
    value,
    errors,
  });
}
