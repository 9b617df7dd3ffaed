/** Words that nobody else uses: wherever one turns up, it came from here. */
const bare = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

const phrasesOf = (text: string): string[] => {
  const words = bare(text).trim().split(' ');
  return words.flatMap((_, at) => (at + 5 <= words.length ? [` ${words.slice(at, at + 5).join(' ')} `] : []));
};

/** Looks for canaries in text, whatever its case, punctuation or escapes. */
export class Canaries {
  private readonly words: readonly string[];
  private readonly phrases: ReadonlySet<string>;

  /**
   * @param planted words that stand alone
   * @param texts sealed texts of which no five words running may be found
   */
  constructor(planted: readonly string[], texts: readonly string[] = []) {
    this.words = planted.map((word) => word.toLowerCase());
    this.phrases = new Set(texts.flatMap(phrasesOf));
  }

  /** What of them is in a text. */
  in(text: string): string[] {
    const lower = text.toLowerCase();
    const plain = bare(text.replaceAll(/\\[nrt"]/g, ' '));
    const phrases = [...this.phrases].filter((phrase) => plain.includes(phrase));
    return [...this.words.filter((word) => lower.includes(word)), ...phrases];
  }
}
