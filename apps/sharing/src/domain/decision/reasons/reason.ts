/** What a reason says, and to whom. */
export interface Reason {
  /** To the person who asked: nothing that they may not know. */
  readonly asker: string;
  /** To the information governance officer. */
  readonly officer: string;
  /** Legal source or house rule. */
  readonly source: string;
  /** Marked ~ in the rule book: all but the holder read this word and never the reason. */
  readonly readsAs?: 'HOLD' | 'WITHHELD';
}
