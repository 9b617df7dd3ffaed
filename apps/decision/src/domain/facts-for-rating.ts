import type { Pack, RatingFacts } from '@mash/threshold-packs';
import type { Enquiry } from './enquiry';
import { knownFacts } from './known-facts';
import { isBlank } from './roster-person';

/**
 * What the table is read with: what is known, and over it what the person states. Two things are not theirs to state against the
 * record: that a blank roster is filled in, and that a case which the register shows is not open.
 */
export function factsForRating(pack: Pack, enquiry: Enquiry, stated: RatingFacts): RatingFacts {
  const known = knownFacts(pack, enquiry);
  const recorded = Object.entries(pack.rating.inputs).filter(
    ([, { from }]) =>
      (from === 'roster-listed' && isBlank(enquiry.people)) || (from === 'open-case' && enquiry.openCase),
  );
  return { ...known, ...stated, ...Object.fromEntries(recorded.map(([id]) => [id, known[id] ?? 'not_known'])) };
}
