/** Facts for a rating table: each input of the pack by its id, `not_known` where nobody knows. */
export type RatingFacts = Readonly<Record<string, string | number | boolean>>;
