import type { Colour, RateEnquiry, RatingFacts, RatingProposal } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import type { Posted } from '../../forms/posted';
import { THRESHOLD_GROUNDS, THRESHOLDS } from '../enquiry/shared/threshold-words';
import type { RatingReasons } from '../enquiry/history/rating-reasons';
import { DEPARTURES, STRATEGIES } from './rating-options';

/** Longest reasons (characters): they fit an envelope's largest size class with room. */
export const LONGEST_REASONS = 8000;

/** A rating as the rater stated it: what goes in plain, and what is sealed. */
export interface StatedRating {
  readonly plain: Omit<RateEnquiry, 'sealed'>;
  readonly reasons: RatingReasons;
}

export interface RatingReading {
  readonly rating?: StatedRating;
  readonly errors: readonly FieldError[];
}

const values = <Value extends string>(options: readonly { value: Value }[]): Value[] =>
  options.map(({ value }) => value);

interface Said {
  readonly colour: Colour | undefined;
  readonly departure: RateEnquiry['departureReason'];
  readonly level: RateEnquiry['threshold']['level'] | undefined;
  readonly grounds: RateEnquiry['threshold']['grounds'];
  readonly strategy: RateEnquiry['strategy'] | undefined;
  readonly strategyReason: string | undefined;
  readonly reasons: string | undefined;
}

function saidIn(posted: Posted, { colours }: RatingProposal): Said {
  return {
    colour: posted.choice(
      'colour',
      colours.map(({ colour }) => colour),
    ),
    departure: posted.choice('departureReason', values(DEPARTURES)),
    level: posted.choice('threshold', values(THRESHOLDS)),
    grounds: posted.choices('grounds', values(THRESHOLD_GROUNDS)),
    strategy: posted.choice('strategy', values(STRATEGIES)),
    strategyReason: posted.optional('strategyReason'),
    reasons: posted.optional('reasons'),
  };
}

function strategyErrors({ colour, strategy, strategyReason }: Said): FieldError[] {
  if (colour === 'red' && (strategy === undefined || strategy === 'not_indicated'))
    return [{ field: 'strategy', text: 'Red: say that a strategy discussion was held, or considered and not held' }];
  if (strategy === 'considered_not_held' && strategyReason === undefined)
    return [{ field: 'strategyReason', text: 'Say why no strategy discussion is held' }];
  return [];
}

function errorsOf(said: Said, { proposed }: RatingProposal): FieldError[] {
  const { colour, departure, level, grounds, reasons } = said;
  const departs = proposed !== undefined && colour !== undefined && colour !== proposed.colour;
  const error = (field: string, text: string, isWrong: boolean): FieldError[] => (isWrong ? [{ field, text }] : []);
  return [
    ...error('colour', 'Choose a colour', colour === undefined),
    ...error('departureReason', 'Your colour is not the one proposed: say why', departs && departure === undefined),
    ...error('threshold', 'Choose the threshold reached so far', level === undefined),
    ...error(
      'grounds',
      'Tick at least one ground for the threshold',
      level !== undefined && level !== 'none' && grounds.length === 0,
    ),
    ...strategyErrors(said),
    ...error('reasons', 'Give your reasons', reasons === undefined),
    ...error('reasons', 'Shorten your reasons to 8,000 characters', (reasons?.length ?? 0) > LONGEST_REASONS),
  ];
}

/**
 * Reads a rating. Colour and threshold are two judgements, neither taken from the other; nothing is preselected, so that nothing
 * stated here is anything but the rater's own.
 */
export function readRating(posted: Posted, facts: RatingFacts, proposal: RatingProposal): RatingReading {
  const said = saidIn(posted, proposal);
  const version = Number(posted.text('expectedVersion'));
  const errors = errorsOf(said, proposal);
  const { colour, departure, level, grounds, strategy, strategyReason, reasons } = said;
  if (errors.length > 0 || colour === undefined || level === undefined || reasons === undefined) return { errors };
  const departs = proposal.proposed !== undefined && proposal.proposed.colour !== colour;
  const notHeld = strategy === 'considered_not_held' ? strategyReason : undefined;
  return {
    errors,
    rating: {
      plain: {
        expectedVersion: Number.isSafeInteger(version) && version >= 0 ? version : 0,
        colour,
        facts,
        ...(departs && departure !== undefined && { departureReason: departure }),
        threshold: { level, grounds },
        strategy: strategy ?? 'not_indicated',
      },
      reasons: { reasons, ...(notHeld !== undefined && { strategy: notHeld }) },
    },
  };
}
