const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A name in plain small letters: no accents, no apostrophes, hyphens as spaces. `O’Neill-Żak` becomes `oneill zak`. */
export function normaliseName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/['’‘ʼ`´.]/g, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** The parts of a name, in order. */
export const nameParts = (name: string): string[] => normaliseName(name).split(' ').filter(Boolean);
