import type { SaidTexts } from './repeats-unreleased';

/** What one envelope of a request says in words that somebody typed: the purpose, and why more is asked for. */
export type Pieces = readonly string[];

const joined = (pieces: Pieces): string => pieces.join('\n');
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

/**
 * A text as its recipient reads it, alone and behind each of the others that the same agency gets: whole behind whole, and piece behind piece, for what
 * stands between two halves of a sentence is no hiding place. A run that ends in another of the texts is found where that one is read.
 * @param others the texts to the same agency, in the order in which they were sent
 */
export function textsReadTogether(own: Pieces, others: readonly Pieces[]): SaidTexts {
  return {
    words: distinct([joined(own), ...own]),
    before: distinct([
      ...others.flatMap((other) => [joined(other), ...other]),
      joined(others.flat()),
      joined([...others].reverse().flat()),
    ]),
  };
}

/**
 * A text that its recipient reads beside others that were written before it: it may go on where one of them ends, and one of them where it ends.
 * @param others what the same recipient reads; none of it is judged again
 */
export function readBeside(own: string, others: readonly Pieces[]): SaidTexts {
  const beside = distinct(others.flatMap((other) => [joined(other), ...other]));
  return { words: [own], before: beside, after: beside };
}
