import { CodedError } from './coded-error';

/**
 * There is no such thing, or the caller may not know that there is: the two read alike (docs/security/who-may-see-a-case.md).
 *
 * @param kind the subject's name as in `@mash/authorisation`, such as `AgencyRequest`
 */
export function notFound(kind: string): CodedError {
  const code = kind.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  return new CodedError(`${code}.NOT_FOUND`, 404, 'There is no such record, or you may not see it.');
}
