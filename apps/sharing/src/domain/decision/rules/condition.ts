import type { CodedFact, SharingQuestion } from '../facts/sharing-question';
import type { ConditionCode, Flag } from '../facts/item-facts';

/** A fact holds one of the codes. */
export type FactIs = { [F in CodedFact]: { readonly fact: F; readonly is: readonly SharingQuestion[F][] } }[CodedFact];

/**
 * When a row of the rule book applies, as data: closed operators only, so that a page, a test and a decision can name and
 * print the same row.
 */
export type Condition =
  | FactIs
  | { readonly flag: Flag }
  | { readonly coded: ConditionCode }
  | { readonly anyProtectedPlace: true }
  /** A fact that this question needs is unknown past its clock (`needed-facts.ts` says which are needed). */
  | { readonly neededFactUnknown: true }
  /** A valid override is in force for this item and recipient. */
  | { readonly overridden: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** A condition with the words that the rule book uses for it. */
  | { readonly named: string; readonly when: Condition };

/** `when('mode', 'content', 'onward')`: the fact holds one of the codes. */
export function when<F extends CodedFact>(fact: F, ...is: SharingQuestion[F][]): Condition {
  return { fact, is } as unknown as FactIs; // F is one name here; TypeScript cannot see that through the mapped union
}

export const all = (...conditions: Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: Condition[]): Condition => ({ any: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });
export const flag = (name: Flag): Condition => ({ flag: name });
export const named = (words: string, condition: Condition): Condition => ({ named: words, when: condition });
