import type { Colour, RateEnquiry } from '@mash/contracts';
import { proposeRating, type Pack } from '@mash/threshold-packs';
import type { Enquiry } from './enquiry';
import { factsForRating } from './facts-for-rating';
import { refuse } from './refuse';
import { refuseAsOutdated } from './refuse-as-outdated';
import { isBlank } from './roster-person';

/** A rating as it is kept and announced: the human's colour, and beside it what the table proposed. */
export interface RatingToKeep {
  readonly version: number;
  readonly colour: Colour;
  readonly proposedColour?: Colour;
  readonly proposedRow?: string;
  readonly departed: boolean;
  readonly thresholdVersion: number;
}

function checkColour(pack: Pack, enquiry: Enquiry, { colour, strategy }: RateEnquiry): void {
  if (!pack.rating.scheme.some((one) => one.colour === colour))
    refuse('COLOUR_NOT_IN_PACK', 'This partnership does not use that colour.');
  if (colour !== 'red' && isBlank(enquiry.people))
    refuse(
      'ROSTER_BLANK',
      'No child is on the roster yet. Only Red can be given; otherwise complete the roster first.',
    );
  if (colour === 'red' && strategy === 'not_indicated')
    refuse(
      'STRATEGY_NOT_SAID',
      'Red: say whether a strategy discussion was held, or that it was considered and not held.',
    );
}

/**
 * A qualified person rates: never automatic, always appended. Whether they are qualified has been checked. The threshold is what they
 * judged and comes from nothing else.
 * @throws DecisionRefusal, FactsDoNotFit
 */
export function rateEnquiry(pack: Pack, enquiry: Enquiry, command: RateEnquiry): RatingToKeep {
  if (command.expectedVersion !== enquiry.ratingVersion)
    refuseAsOutdated(
      'RATED_MEANWHILE',
      'Somebody else has rated this enquiry since you opened it. Look at their rating first.',
    );
  checkColour(pack, enquiry, command);
  const { colour, departureReason, facts } = command;
  const proposal = proposeRating(pack, factsForRating(pack, enquiry, facts));
  const proposed = proposal.kind === 'proposed' ? proposal : undefined;
  const departed = proposed !== undefined && proposed.colour !== colour;
  if (departed && departureReason === undefined)
    refuse('DEPARTURE_REASON_NEEDED', 'Your colour is not the one proposed: say why.');
  return {
    version: enquiry.ratingVersion + 1,
    colour,
    ...(proposed && { proposedColour: proposed.colour, proposedRow: proposed.row }),
    departed,
    thresholdVersion: enquiry.thresholdVersion + 1,
  };
}
