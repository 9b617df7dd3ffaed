/** The fields that are compared, in the order in which a page shows them among equals. */
export const MATCH_FIELDS = [
  'nhsNumber',
  'upn',
  'forenames',
  'surname',
  'birthDate',
  'sex',
  'postcode',
  'address',
] as const;
export type MatchField = (typeof MATCH_FIELDS)[number];

export type Agreement = 'same' | 'similar' | 'different' | 'missing';

/** What comparing one field came to. `bits` is its share of the score: none when missing, none or more when same or similar. */
export interface Finding {
  readonly field: MatchField;
  readonly agreement: Agreement;
  readonly words: string;
  readonly bits: number;
}

/** @returns a comparison that could not be made, for a reason that reads the same from both sides. */
export const missing = (field: MatchField, words = 'Not known on one side or both'): Finding => ({
  field,
  agreement: 'missing',
  words,
  bits: 0,
});
