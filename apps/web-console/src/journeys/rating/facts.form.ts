import type { RatingFacts, RatingProposal } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import type { Posted } from '../../forms/posted';

type Input = RatingProposal['inputs'][number];
type Fact = RatingFacts[string];

/** Said not to be known: a fact of its own, and never a silent default. */
export const NOT_KNOWN = 'not_known';

/** Name of an input's field in the form. */
export const factField = (id: string): string => `fact-${id}`;

export interface FactsReading {
  readonly facts: RatingFacts;
  readonly errors: readonly FieldError[];
}

function readFact(input: Input, text: string): { fact?: Fact; error?: string } {
  if (text === '') return {};
  if (text === NOT_KNOWN) return { fact: NOT_KNOWN };
  if (input.type === 'number')
    return /^\d{1,3}$/.test(text) ? { fact: Number(text) } : { error: 'Enter a whole number, or "not known"' };
  if (input.type === 'boolean') return text === 'yes' || text === 'no' ? { fact: text === 'yes' } : {};
  return input.options?.some(({ value }) => value === text) === true ? { fact: text } : {};
}

/** "not known" typed into a number field is an answer. */
const typed = (posted: Posted, { id, type }: Input): string => {
  const text = posted.text(factField(id));
  return type === 'number' && /^(not known|n\/?k|unknown)$/i.test(text) ? NOT_KNOWN : text;
};

/** Reads what the rater states for the pack's table. Only inputs of the pack are read, and only values that it offers. */
export function readFacts(posted: Posted, inputs: readonly Input[]): FactsReading {
  const read = inputs.map((input) => ({ id: input.id, ...readFact(input, typed(posted, input)) }));
  const facts = read.flatMap(({ id, fact }) => (fact === undefined ? [] : [[id, fact] as const]));
  const errors = read.flatMap(({ id, error }) => (error === undefined ? [] : [{ field: factField(id), text: error }]));
  return { facts: Object.fromEntries(facts), errors };
}
