import type { RowId } from '../../rules/rule-id';

/** One thing that a sharing decision must do, the rows that say it and the scenarios or tests that would fail if it were broken. */
export interface Phrase {
  readonly words: string;
  readonly rows: readonly RowId[];
  /** Sentences of scenarios, or names of tests, as they stand in the specs. */
  readonly shownBy: readonly [string, ...string[]];
}

export const phrase = (words: string, rows: readonly RowId[], ...shownBy: [string, ...string[]]): Phrase => ({
  words,
  rows,
  shownBy,
});
