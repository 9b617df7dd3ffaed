import { createHash } from 'node:crypto';
import { newId } from '@mash/contracts';
import { z } from 'zod';
import type { PostedFields } from './posted';

/** The hidden field by which every form says which page it was on. */
export const ONCE_FIELD = '_once';

/**
 * The id of what a posted form makes. Pressed twice, the same page with the same fields makes the same id, and the service makes it once; with one field
 * changed it is something else. A form without the page's mark (held since an earlier release) makes a new one each time.
 * @param what where one form makes several things
 */
export function onceId(fields: PostedFields, path: string, what = ''): string {
  const once = z.uuidv7().safeParse(fields[ONCE_FIELD]).data;
  if (once === undefined) return newId();
  // What begins so is the page's own: a token, a mark, when it was sent. Nobody typed it.
  const typed = Object.entries(fields).filter(([name]) => !name.startsWith('_'));
  const sorted = typed.sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256')
    .update(JSON.stringify([once, path, what, sorted]))
    .digest('hex');
  // The time of the page, so that ids still sort by it; the rest from what was sent.
  return `${once.slice(0, 13)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
