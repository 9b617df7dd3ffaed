import { z } from 'zod';
import { ONCE_FIELD } from './once-id';
import type { PostedFields } from './posted';

const HOUR = 3_600_000;

/**
 * Now, to reckon "so many hours ago" from: the same where the same form is sent twice, since a service takes another instant for another statement. It
 * moves on once an hour from when the page was made, so it is an hour early at most: a clock that runs from it never ends too late.
 */
export function nowOfForm(fields: PostedFields, now: Date): Date {
  const mark = z.uuidv7().safeParse(fields[ONCE_FIELD]).data;
  if (mark === undefined) return now;
  const age = now.getTime() - Number.parseInt(mark.replace('-', '').slice(0, 12), 16);
  return age < 0 ? now : new Date(now.getTime() - (age % HOUR));
}
