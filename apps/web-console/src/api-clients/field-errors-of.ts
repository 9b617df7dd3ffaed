import type { FieldError } from '../forms/field-error';
import { ServiceProblem } from './service-errors';

/**
 * A service's refusal as errors of the form that was sent, so that the page shows the GOV.UK summary with links.
 * @param fields for each field of the service, the field of the form; or for a code, the field it is about
 * @returns undefined where the error is none of the form's business: let it go on
 */
export function fieldErrorsOf(error: unknown, fields: Readonly<Record<string, string>>): FieldError[] | undefined {
  if (!(error instanceof ServiceProblem) || error.status === 404) return undefined;
  const named = error.errors.flatMap(({ field, message }) => {
    const own = fields[field];
    return own === undefined ? [] : [{ field: own, text: message }];
  });
  if (named.length > 0) return named;
  const about = fields[error.code];
  return about === undefined ? undefined : [{ field: about, text: error.detail }];
}
