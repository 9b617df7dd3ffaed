import { jaroWinkler } from '../names/jaro-winkler';
import { phoneticKey } from '../names/phonetic-key';
import { transliterationKey } from '../names/transliteration-key';

/** How two normalised words compare, from most to least alike. */
export type WordLikeness = 'same' | 'spelling' | 'close' | 'sounds-alike' | 'different';

/** Compares two normalised words. Words of three letters or fewer are never merely close. */
export function compareWord(a: string, b: string): WordLikeness {
  if (a === b) return 'same';
  const short = Math.min(a.length, b.length) <= 3;
  const likeness = jaroWinkler(a, b);
  if (!short && transliterationKey(a) === transliterationKey(b)) return 'spelling';
  if (!short && likeness >= 0.9) return 'close';
  return likeness >= 0.78 && phoneticKey(a) === phoneticKey(b) ? 'sounds-alike' : 'different';
}
