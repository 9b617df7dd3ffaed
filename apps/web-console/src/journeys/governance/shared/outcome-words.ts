const WORDS: Readonly<Record<string, string>> = {
  done: 'Done',
  shown: 'Shown',
  refused: 'Refused',
  withheld: 'Withheld',
};

/** What came of an act, in a word. */
export const outcomeWords = (outcome: string): string => WORDS[outcome] ?? outcome;
