import { FACT_WORDS, type CodedFact, type FactName } from './decision';

/** Facts that are lists. */
const LISTS: Readonly<Partial<Record<FactName, string>>> = {
  flags: 'what its holder marked it with',
  protectedPlaces: 'protected places',
  conditions: "the holder's conditions",
};

/** A fact as a page names it, without its value. */
export const factNameWords = (fact: string): string =>
  LISTS[fact as FactName] ?? (FACT_WORDS as Readonly<Partial<Record<string, string>>>)[fact as CodedFact] ?? fact;
