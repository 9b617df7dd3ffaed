import { NAMELESS, type Naming } from '../../../presenters/naming';

/** An account as a page says it: the reader is "you", a colleague by name, anybody else the id that stands in the log. */
export const whoWords = (accountId: string, readerId: string, named: Naming = NAMELESS): string =>
  accountId === readerId ? 'you' : (named(accountId) ?? accountId);
