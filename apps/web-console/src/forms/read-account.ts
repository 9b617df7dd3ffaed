import type { FieldError } from './field-error';
import type { Posted } from './posted';

const ACCOUNT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The number of an account as it was typed. Tokens have it in small letters: in others it would be nobody's. */
export const readAccount = (posted: Posted, name: string): string | undefined => posted.optional(name)?.toLowerCase();

/** Nothing where it is the number of an account. */
export const accountErrors = (name: string, accountId = ''): FieldError[] =>
  ACCOUNT.test(accountId)
    ? []
    : [{ field: name, text: 'Enter the account number as the sign-in service shows it, 36 characters' }];
