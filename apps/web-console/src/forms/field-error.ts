/** Something wrong with one field of a form; the words say what to do. */
export interface FieldError {
  /** Name of the field. In a date, the part that is wrong: `birthDate-day`. */
  readonly field: string;
  readonly text: string;
  /** Another page, where the field is not on this one. */
  readonly href?: string;
}

/** Arguments of `govukErrorSummary`: each error is a link to its field. */
export function errorSummary(errors: readonly FieldError[]): object {
  return {
    titleText: 'There is a problem',
    errorList: errors.map(({ field, text, href }) => ({ text, href: href ?? `#${field}` })),
    disableAutoFocus: false,
  };
}

/** The `errorMessage` argument of a field's macro, if something is wrong with it. */
export function errorMessageFor(name: string, errors: readonly FieldError[]): { text: string } | undefined {
  const error = errors.find(({ field }) => field === name || field.startsWith(`${name}-`));
  return error && { text: error.text };
}
