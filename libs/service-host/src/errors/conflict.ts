import { CodedError } from './coded-error';

/** The change does not fit what is there now (rated already, answered already, a key bound to another enquiry). */
export const conflict = (code: string, detail: string): CodedError => new CodedError(code, 409, detail);
