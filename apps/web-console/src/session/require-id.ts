import { z } from 'zod';
import { PageNotFound } from './page-not-found';

/** An id out of an address; anything else is a page that does not exist. */
export function requireId(value: string): string {
  if (!z.uuid().safeParse(value).success) throw new PageNotFound();
  return value;
}
