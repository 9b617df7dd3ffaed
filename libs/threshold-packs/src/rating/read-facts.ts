import type { PackRating } from '../schema/rating-scheme';
import type { Box } from './box';
import type { RatingFacts } from './rating-facts';
import { singleton } from './value-set';

/** Facts that do not fit the table: one missing, one that it does not know, or one of a wrong type. Nothing is guessed from them. */
export class FactsDoNotFit extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The facts do not fit the rating table: ${problems.join('; ')}`);
    this.name = 'FactsDoNotFit';
  }
}

/**
 * The one case that the facts describe.
 * @throws FactsDoNotFit
 */
export function readFacts(facts: RatingFacts, { inputs }: PackRating): Box {
  const problems = Object.keys(facts)
    .filter((id) => !Object.hasOwn(inputs, id))
    .map((id) => `"${id}" is no input`);
  const box = Object.entries(inputs).map(([id, input]) => {
    const set = Object.hasOwn(facts, id) ? singleton(input, facts[id]) : undefined;
    if (set === undefined) problems.push(Object.hasOwn(facts, id) ? `"${id}" has no such value` : `"${id}" is missing`);
    return set ?? 0n;
  });
  if (problems.length > 0) throw new FactsDoNotFit(problems);
  return box;
}
