/** What all but the holder read in place of a cause that the rule book marks ~: the same words for every such cause, so that they tell none. */
export const HELD_BACK_WORDS = {
  HOLD: 'This is on hold. The agency that holds it will say when it can go on.',
  WITHHELD: 'Withheld. Ask the agency that holds it.',
} as const;
