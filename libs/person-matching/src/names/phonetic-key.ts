/** Spellings that English reads alike, at the start of a word and anywhere. */
const AT_START: readonly (readonly [RegExp, string])[] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^x/, 's'],
  [/^wh/, 'w'],
  [/^mac/, 'mc'],
];
const ANYWHERE: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/gh(?=[^aeiou]|$)/g, ''],
  [/(sch|tch|cz|sz|sh|ch)/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/(ck|q|c)/g, 'k'],
  [/dg/g, 'j'],
  [/z/g, 's'],
  [/v|w(?=[^aeiou]|$)/g, 'f'],
  [/kh/g, 'k'],
  [/th/g, 't'],
];
const CLASSES: Readonly<Record<string, string>> = {
  b: '1',
  p: '1',
  f: '1',
  g: '2',
  j: '2',
  k: '2',
  s: '2',
  x: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
};

/**
 * How a normalised word sounds: its first sound and up to three classes of the consonants after it (Soundex, with English and some
 * transliterated spellings put right first). `catherine`, `kathryn` and `katarzyna` begin alike; an initial alone gives itself.
 */
export function phoneticKey(word: string): string {
  let sound = word;
  for (const [pattern, read] of AT_START) sound = sound.replace(pattern, read);
  for (const [pattern, read] of ANYWHERE) sound = sound.replaceAll(pattern, read);
  const first = /^[aeiouy]/.test(sound) ? 'a' : sound.charAt(0);
  const classes = Array.from(sound)
    .map((letter) => CLASSES[letter] ?? '')
    .filter((code, index, all) => index === 0 || code !== all[index - 1]);
  const rest = classes.slice(1).join('');
  return `${first}${rest.slice(0, 3)}`;
}
