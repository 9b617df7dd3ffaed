import { plainWords } from './plain-words';

/** So many words running are somebody's text and no longer chance (docs/domain/what-the-holder-decides.md). */
export const RUNNING_WORDS = 8;
/** Shorter runs of letters are compared word by word: "a b c d e f g h" stands inside too many words. */
const SHORTEST_RUN = 16;

/** A run as it is looked for: its letters; where they are few its words, with a space around each. */
type Run = string;

/** A text as it is compared. Spaces are no hiding place: "she lter", "shel-ter" and "1,200" read like "shelter" and "1200". */
interface Plain {
  readonly words: readonly string[];
  readonly letters: string;
}

function plain(text: string): Plain {
  const words = plainWords(text);
  return { words, letters: words.join('') };
}

const eightFrom = (words: readonly string[], at: number) => words.slice(at, at + RUNNING_WORDS);
const spaced = (words: readonly string[]): Run => ` ${words.join(' ')} `;
const startFrom = (letters: string, at: number) => letters.slice(at, at + SHORTEST_RUN);
const from = (length: number, most: number) => Math.max(0, length - most);

function* runsOf(text: string): Iterable<Run> {
  const words = plainWords(text);
  for (let at = 0; at + RUNNING_WORDS <= words.length; at += 1) {
    const run = eightFrom(words, at);
    const letters = run.join('');
    yield letters.length < SHORTEST_RUN ? spaced(run) : letters;
  }
}

/** Runs to look for. Each text is gone through once, however many they are. */
class Runs {
  private readonly short = new Set<Run>();
  private readonly long = new Map<string, Set<Run>>();
  private longest = 0;

  constructor(runs: Iterable<Run>) {
    for (const run of runs) {
      if (run.startsWith(' ')) this.short.add(run);
      else this.addLong(run);
    }
  }

  /** Those that stand in a text. */
  *in({ words, letters }: Plain): Iterable<Run> {
    yield* this.longIn(letters, letters.length);
    yield* this.shortIn(words);
  }

  /**
   * Those that begin in what was read before and end in one of these texts. Only the end of what was before can count: the last seven words of it, or as
   * many letters as the longest run leaves it, in however many words they are typed.
   */
  *across(before: Plain, texts: readonly Plain[]): Iterable<Run> {
    const tail = before.letters.slice(from(before.letters.length, this.longest - 1));
    const edge = tail.slice(from(tail.length, SHORTEST_RUN - 1));
    const begun = [...this.begunIn(tail)];
    const lastWords = before.words.slice(from(before.words.length, RUNNING_WORDS - 1));
    for (const { words, letters } of texts) {
      for (const { run, rest } of begun) if (letters.startsWith(rest)) yield run;
      yield* this.longIn(edge + letters.slice(0, this.longest), edge.length);
      yield* this.shortIn([...lastWords, ...words.slice(0, RUNNING_WORDS - 1)]);
    }
  }

  private addLong(run: Run): void {
    const start = startFrom(run, 0);
    this.long.set(start, (this.long.get(start) ?? new Set<Run>()).add(run));
    this.longest = Math.max(this.longest, run.length);
  }

  /** @param before the place before which they begin */
  private *longIn(letters: string, before: number): Iterable<Run> {
    for (let at = 0; at < before && at + SHORTEST_RUN <= letters.length; at += 1)
      for (const run of this.long.get(startFrom(letters, at)) ?? []) if (letters.startsWith(run, at)) yield run;
  }

  /** Those with whose first letters, so many that they tell, a text ends, and what is left of them. */
  private *begunIn(letters: string): Iterable<{ run: Run; rest: string }> {
    for (let at = 0; at + SHORTEST_RUN <= letters.length; at += 1)
      for (const run of this.long.get(startFrom(letters, at)) ?? []) {
        const rest = run.slice(letters.length - at);
        if (rest !== '' && run.startsWith(letters.slice(at))) yield { run, rest };
      }
  }

  private *shortIn(words: readonly string[]): Iterable<Run> {
    if (this.short.size === 0) return;
    for (let at = 0; at + RUNNING_WORDS <= words.length; at += 1) {
      const run = spaced(eightFrom(words, at));
      if (this.short.has(run)) yield run;
    }
  }
}

/** Texts, and what the same recipient has to read beside them. */
export interface SaidTexts {
  readonly words: readonly string[];
  /** A run may begin in any of these, and must end in one of `words`: words are not split over two letters either. */
  readonly before: readonly string[];
  /** A run may end in any of these that begins in one of `words`. What stands in one of them alone is not looked at. */
  readonly after?: readonly string[];
}

/**
 * Whether any of somebody's own texts repeats eight words running of a text that is not released with them. What stands in a released text too may
 * be said. Of an item that goes in another wording the original is not released.
 */
export function anyRepeatsUnreleased(
  said: SaidTexts,
  unreleased: readonly string[],
  released: readonly string[],
): boolean {
  const repeated = repeatedIn(said, new Runs(runsOfAll(unreleased)));
  const few = new Runs(repeated);
  for (const text of released) {
    if (repeated.size === 0) return false;
    for (const run of few.in(plain(text))) repeated.delete(run);
  }
  return repeated.size > 0;
}

function repeatedIn({ words, before, after = [] }: SaidTexts, runs: Runs): Set<Run> {
  const [own, behind] = [words.map(plain), after.map(plain)];
  const repeated = new Set<Run>();
  for (const text of own) for (const run of runs.in(text)) repeated.add(run);
  for (const text of before) for (const run of runs.across(plain(text), own)) repeated.add(run);
  for (const text of own) for (const run of runs.across(text, behind)) repeated.add(run);
  return repeated;
}

function* runsOfAll(texts: readonly string[]): Iterable<Run> {
  for (const text of texts) yield* runsOf(text);
}
