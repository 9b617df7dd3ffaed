const READ_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ou|oo/g, 'u'],
  [/ee|ea|ie|y/g, 'i'],
  [/aa/g, 'a'],
  [/kh|ck|q/g, 'k'],
  [/gh/g, 'g'],
  [/dj|dzh|zh/g, 'j'],
  [/sch|sz|sh/g, 's'],
  [/tch|cz|ch/g, 'c'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/ij|ii/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/h$/g, ''],
  [/[oe]/g, 'a'],
];

/** One writing of a normalised word for the ways in which it comes over from another script: `chaudhry`, `choudhury` and `chowdhary` come close. */
export function transliterationKey(word: string): string {
  return READ_ALIKE.reduce((read, [pattern, letter]) => read.replaceAll(pattern, letter), word);
}
