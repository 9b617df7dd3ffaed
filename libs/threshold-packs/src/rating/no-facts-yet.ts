import type { Pack } from '../schema/pack';
import { NOT_KNOWN } from '../schema/rating-input';
import type { RatingFacts } from './rating-facts';

/** The facts of an enquiry about which nothing is known yet: a place to fill in from. */
export function noFactsYet(pack: Pack): RatingFacts {
  return Object.fromEntries(Object.keys(pack.rating.inputs).map((id) => [id, NOT_KNOWN]));
}
