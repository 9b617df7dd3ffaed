/** An account as a page says it: the reader is "you", everybody else the id that stands in the log. */
export const whoWords = (accountId: string, readerId: string): string => (accountId === readerId ? 'you' : accountId);
