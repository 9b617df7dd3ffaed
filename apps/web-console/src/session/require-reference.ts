import { PageNotFound } from './page-not-found';

const REFERENCE = /^[CE]-[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{7}$/;

/** A reference out of an address; anything else is a page that does not exist. */
export function requireReference(value: string): string {
  if (!REFERENCE.test(value)) throw new PageNotFound();
  return value;
}
