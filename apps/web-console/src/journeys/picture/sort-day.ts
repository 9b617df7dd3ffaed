import type { When } from '@mash/sealing';

/**
 * A day to put things in order by, newest first; empty where nothing can be told. "Winter 2024" goes by the last year that it names:
 * it is placed, and its words stay as they are.
 */
export function sortDay(when: When | undefined): string {
  if (when === undefined) return '';
  if ('date' in when) return when.until ?? when.date;
  const year = when.approx.match(/\b(?:19|20)\d{2}\b/g)?.at(-1);
  return year === undefined ? '' : `${year}-00-00`;
}
