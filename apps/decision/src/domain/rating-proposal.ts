import type { RatingProposal } from '@mash/contracts';
import {
  clockOf,
  clockOfColour,
  NOT_KNOWN,
  packClockWords,
  proposeRating,
  rowWords,
  type Pack,
  type PackClock,
  type RatingFacts,
} from '@mash/threshold-packs';
import type { Enquiry } from './enquiry';
import { factsForRating } from './facts-for-rating';
import { knownFacts } from './known-facts';

type Part<Key extends keyof RatingProposal> = Pick<RatingProposal, Key>;

function inputsOf({ rating }: Pack, known: RatingFacts): Part<'inputs'> {
  const inputs = Object.entries(rating.inputs).map(([id, input]) => ({
    id,
    label: input.question,
    type: input.type,
    ...(input.type === 'choice' && { options: input.options }),
    ...(known[id] !== NOT_KNOWN && { known: known[id] }),
  }));
  return { inputs };
}

const words = (code: string, clock: PackClock | undefined) =>
  clock === undefined ? [] : [{ code, words: packClockWords(clock), assumed: clock.assumed === true }];

function coloursOf(pack: Pack): Part<'colours'> {
  const scheme = [...pack.rating.scheme].sort((a, b) => a.order - b.order);
  const colours = scheme.map(({ colour, label, meaning, criteria }) => ({
    colour,
    label,
    criteria: [meaning, ...criteria].join('. '),
    clocks: [
      ...words('agency-return', clockOfColour(pack, 'agency-return', colour)),
      ...words('decide', clockOfColour(pack, 'decide', colour)),
      ...words('feedback', clockOf(pack, 'feedback')),
    ],
  }));
  return { colours };
}

/**
 * The pack's table as the rating page shows it, with the row that matches what is known and stated. Nothing is kept: a person rates.
 * @throws FactsDoNotFit
 */
export function ratingProposal(pack: Pack, enquiry: Enquiry, stated: RatingFacts): RatingProposal {
  const proposal = proposeRating(pack, factsForRating(pack, enquiry, stated));
  const rows = pack.rating.rows.map((row) => ({
    id: row.id,
    colour: row.colour,
    reason: row.reason,
    when: rowWords(row, pack.rating),
  }));
  return {
    pack: enquiry.pack,
    ...(proposal.kind === 'proposed'
      ? { proposed: { colour: proposal.colour, row: proposal.row, reason: proposal.reason } }
      : { cannotPropose: [...proposal.needs] }),
    ...inputsOf(pack, knownFacts(pack, enquiry)),
    rows,
    ...coloursOf(pack),
  };
}
