import { partialDateWords } from '@mash/clocks';
import type { When } from '@mash/sealing';

/** `3 November 2026`, `3 November 2026 to 5 November 2026`, or the words of the source. Nothing is made more exact than it was. */
export function whenWords(when: When): string {
  if ('approx' in when) return when.approx;
  const from = partialDateWords(when.date);
  return when.until === undefined ? from : `${from} to ${partialDateWords(when.until)}`;
}
