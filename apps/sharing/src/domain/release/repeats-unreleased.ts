import { plainWords } from './plain-words';

/** So many words running are somebody's text and no longer chance (docs/domain/what-the-holder-decides.md). */
export const RUNNING_WORDS = 8;
/** Shorter runs of letters are compared word by word: "a b c d e f g h" stands inside too many words. */
const SHORTEST_RUN = 16;

interface Run {
  readonly letters: string;
  readonly spaced: string;
}

function runsOf(text: string): Run[] {
  const words = plainWords(text);
  return Array.from({ length: Math.max(0, words.length - RUNNING_WORDS + 1) }, (_, at) => {
    const run = words.slice(at, at + RUNNING_WORDS);
    return { letters: run.join(''), spaced: ` ${run.join(' ')} ` };
  });
}

/** A text to look for runs in. Spaces are no hiding place: "she lter", "shel-ter" and "1,200" read like "shelter" and "1200". */
class Said {
  private readonly letters: string;
  private readonly spaced: string;
  private readonly earlier: { readonly letters: number; readonly spaced: number };
  private readonly starts = new Set<string>();

  /** @param before what was said earlier to the same recipient: a run may begin there, and must end in `text` */
  constructor(text: string, before = '') {
    const [earlier, own] = [plainWords(before), plainWords(text)];
    this.letters = [...earlier, ...own].join('');
    this.spaced = ` ${[...earlier, ...own].join(' ')} `;
    this.earlier = {
      letters: earlier.join('').length,
      spaced: earlier.length === 0 ? 0 : earlier.join(' ').length + 2,
    };
    for (let at = 0; at + SHORTEST_RUN <= this.letters.length; at += 1)
      this.starts.add(this.letters.slice(at, at + SHORTEST_RUN));
  }

  has({ letters, spaced }: Run): boolean {
    if (letters.length < SHORTEST_RUN) return endsLate(this.spaced, spaced, this.earlier.spaced);
    if (!this.starts.has(letters.slice(0, SHORTEST_RUN))) return false;
    return endsLate(this.letters, letters, this.earlier.letters);
  }
}

const endsLate = (text: string, run: string, after: number): boolean => {
  const at = text.lastIndexOf(run);
  return at >= 0 && at + run.length > after;
};

/** A text, and what the same recipient has to read beside it. */
export interface SaidText {
  readonly words: string;
  /** A run may begin there, and must end in `words`: words are not split over two letters either. */
  readonly before?: string;
}

/**
 * Whether somebody's own words repeat eight words running of a text that is not released with them. What stands in a released text too may
 * be said. Of an item that goes in another wording the original is not released.
 * @param before what the same recipient was told earlier
 */
export const repeatsUnreleased = (
  words: string,
  unreleased: readonly string[],
  released: readonly string[],
  before = '',
): boolean => anyRepeatsUnreleased([{ words, before }], unreleased, released);

/** The same of several texts, or of one in several places: whether any of them does. */
export function anyRepeatsUnreleased(
  texts: readonly SaidText[],
  unreleased: readonly string[],
  released: readonly string[],
): boolean {
  const said = texts.map(({ words, before }) => new Said(words, before));
  const repeated = unreleased.flatMap(runsOf).filter((run) => said.some((text) => text.has(run)));
  if (repeated.length === 0) return false;
  const free = released.map((text) => new Said(text));
  return repeated.some((run) => !free.some((text) => text.has(run)));
}
