import { isChildOfTheWorry, type EnquiryView, type RatingProposal } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import { checkboxes, radios, textArea, type FieldView } from '../../forms/field-view';
import type { Posted } from '../../forms/posted';
import { momentWords } from '../../presenters/clock-chip';
import { proposedRatingChip, ratingChip, type RatingChip } from '../../presenters/rating-chip';
import { enquiryPath } from '../enquiry/shared/enquiry-sections';
import { THRESHOLD_GROUNDS, THRESHOLDS } from '../enquiry/shared/threshold-words';
import { wordsOf } from '../make-a-contact/draft/code-lists';
import { criteriaView, whatDoesNotFit, type CriteriaView } from './criteria.presenter';
import { factFields } from './fact-fields';
import { DEPARTURES, STRATEGIES } from './rating-options';
import { LONGEST_REASONS } from './rating.form';

/** "How urgent?": the pack's criteria left; right what is known, what the table proposes, and the rater's own judgement. */
export interface RatingView {
  readonly heading: string;
  readonly criteria: CriteriaView;
  readonly facts: readonly FieldView[];
  readonly proposed: RatingChip | undefined;
  readonly fits: string | undefined;
  readonly needs: readonly string[];
  readonly doesNotFit: readonly string[];
  readonly history: readonly string[];
  readonly judgement: readonly FieldView[];
  readonly threshold: readonly FieldView[];
  readonly reasons: readonly FieldView[];
  readonly expectedVersion: number;
  readonly mayRate: boolean;
  readonly isBlank: boolean;
  readonly action: string;
  readonly peopleHref: string;
}

export interface RatingGiven {
  readonly enquiry: EnquiryView;
  readonly proposal: RatingProposal;
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
  readonly mayRate: boolean;
  readonly now: Date;
}

function headingOf({ proposal: { proposed, cannotPropose = [] } }: RatingGiven): string {
  if (proposed !== undefined) return `The table proposes ${ratingChip(proposed.colour).text}`;
  return cannotPropose.length === 0
    ? 'The table proposes nothing'
    : `Cannot propose: needs ${cannotPropose.join(', ')}`;
}

function historyOf({ enquiry, now }: RatingGiven): string[] {
  const ratings = enquiry.ratings.map(
    ({ colour, ratedAt, departed }) =>
      `Rated ${ratingChip(colour).text} ${momentWords(new Date(ratedAt), now)}${departed ? ', departing from the table' : ''}`,
  );
  const thresholds = enquiry.thresholds.map(
    ({ level, judgedAt }) =>
      `Threshold ${wordsOf(THRESHOLDS, level) ?? level}, ${momentWords(new Date(judgedAt), now)}`,
  );
  const repeats = enquiry.repeatContacts12Months;
  return [...ratings, ...thresholds, `${repeats} earlier ${repeats === 1 ? 'contact' : 'contacts'} in 12 months`];
}

/** Each colour with the clocks that choosing it would start. None is chosen beforehand. */
function judgementFields({ proposal, posted, errors }: RatingGiven): FieldView[] {
  const colours = proposal.colours.map(({ colour, clocks }) => {
    const { shape, text } = ratingChip(colour);
    const words = clocks.map((clock) => clock.words).join('; ');
    return { value: colour, text: `${shape} ${text}`, ...(words !== '' && { hint: words }) };
  });
  return [
    radios({
      name: 'colour',
      label: 'How urgent is it?',
      large: true,
      options: colours,
      value: posted?.text('colour'),
      errors,
    }),
    radios({
      name: 'departureReason',
      label: 'If your colour is not the one proposed: why?',
      options: DEPARTURES,
      value: posted?.text('departureReason'),
      errors,
    }),
  ];
}

function thresholdFields({ posted, errors }: RatingGiven): FieldView[] {
  const grounds = THRESHOLD_GROUNDS.map(({ value }) => value);
  return [
    radios({
      name: 'threshold',
      label: 'Which threshold is reached so far?',
      hint: 'A judgement in law, apart from the colour. It decides what may be asked, and why.',
      large: true,
      options: THRESHOLDS,
      value: posted?.text('threshold'),
      errors,
    }),
    checkboxes({
      name: 'grounds',
      label: 'On what grounds?',
      columns: true,
      options: THRESHOLD_GROUNDS,
      values: posted?.choices('grounds', grounds) ?? [],
      errors,
    }),
  ];
}

function reasonFields({ posted, errors }: RatingGiven): FieldView[] {
  return [
    radios({
      name: 'strategy',
      label: 'Strategy discussion',
      hint: 'Red asks: held, or considered and not held',
      options: STRATEGIES,
      value: posted?.text('strategy'),
      errors,
    }),
    textArea({
      name: 'strategyReason',
      label: 'If considered and not held: why not?',
      rows: 2,
      maxlength: 2000,
      value: posted?.text('strategyReason'),
      errors,
    }),
    textArea({
      name: 'reasons',
      label: 'Your reasons',
      hint: 'Sealed: only people of the hub who work on this enquiry can read them',
      rows: 8,
      maxlength: LONGEST_REASONS,
      value: posted?.text('reasons'),
      errors,
    }),
  ];
}

export function ratingView(given: RatingGiven): RatingView {
  const { enquiry, proposal, posted, errors, mayRate } = given;
  const { proposed, cannotPropose = [] } = proposal;
  return {
    heading: headingOf(given),
    criteria: criteriaView(proposal),
    facts: factFields(proposal.inputs, posted, errors),
    proposed: proposed && proposedRatingChip(proposed.colour),
    fits: proposed && `Row ${proposed.row}: ${proposed.reason}`,
    needs: cannotPropose,
    doesNotFit: whatDoesNotFit(proposal),
    history: historyOf(given),
    judgement: judgementFields(given),
    threshold: thresholdFields(given),
    reasons: reasonFields(given),
    expectedVersion: enquiry.ratings.length,
    mayRate,
    isBlank: !enquiry.people.some(isChildOfTheWorry),
    action: enquiryPath(enquiry.reference, '/rate'),
    peopleHref: enquiryPath(enquiry.reference, '/people'),
  };
}
