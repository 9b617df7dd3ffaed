import { CodedError } from './coded-error';

/**
 * One field says what cannot be (422): the words stand beside the field as well.
 *
 * @param fieldCode what is wrong with the field, where that is said by another code than the refusal's own
 */
export const fieldRefused = (code: string, field: string, detail: string, fieldCode: string = code): CodedError =>
  new CodedError(code, 422, detail, [{ field, code: fieldCode, message: detail }]);
