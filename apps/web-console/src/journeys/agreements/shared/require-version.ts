import { PageNotFound } from '../../../session/page-not-found';

/** The number of a version out of an address; anything else is a page that does not exist. */
export function requireVersion(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new PageNotFound();
  return Number(value);
}
