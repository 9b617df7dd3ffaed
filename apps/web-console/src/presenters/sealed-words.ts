/** In place of words that somebody else put where the sealed ones lay. */
export const DOES_NOT_OPEN = 'Does not open: reported. Somebody else wrote where it lies';

/** @returns the sealed words as a reader may see them; undefined where there are none for them */
export const sealedWords = <Part extends string>(
  part: Part,
  words: string | undefined,
  doesNotOpen: readonly Part[] | undefined,
): string | undefined => (doesNotOpen?.includes(part) ? DOES_NOT_OPEN : words);
