import type { AnswerReview, Review } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import type { Option } from '../../forms/field-view';
import { Posted, type PostedFields } from '../../forms/posted';
import { readDate } from '../../forms/read-date';

type Ground = AnswerReview['ground'];
type GivenAnswer = AnswerReview['answer'];

export const ANSWERS: readonly Option<GivenAnswer>[] = [
  { value: 'release', text: 'Release' },
  { value: 'release_with_conditions', text: 'Release with conditions' },
  { value: 'refuse', text: 'Refuse' },
];
export const RELEASE_GROUNDS: readonly Option<Ground>[] = [
  { value: 'child_safety_outweighs', text: "The child's safety outweighs the confidence" },
  { value: 'necessary_and_proportionate', text: 'It is necessary and proportionate' },
  { value: 'consent_obtained', text: 'Consent has been obtained since' },
  { value: 'holder_agrees', text: 'The agency whose information it is agrees' },
];
export const REFUSE_GROUNDS: readonly Option<Ground>[] = [
  { value: 'not_necessary', text: 'It is not necessary for this purpose' },
  { value: 'harm_to_child', text: 'It would harm the child' },
  { value: 'source_at_risk', text: 'A source would be at risk' },
  { value: 'other_route', text: 'There is another, safer way' },
  { value: 'law_forbids', text: 'A law forbids it' },
];

/** An answer to a REVIEW as it is sent, with its written reason, which is sealed. */
export interface ReviewAnswer {
  readonly answer: GivenAnswer;
  readonly ground: Ground;
  readonly condition?: string;
  readonly reason: string;
  /** Whose legal advice it rests on, and of which day: a hub manager answers a legal question on no other. */
  readonly advice?: { readonly by: string; readonly on: string };
}

const MOST = 4000;

/**
 * A human's yes or no. The ground must be one of that answer: a release is never grounded on a reason to refuse.
 * @param adviceNeeded whether it says whose legal advice it rests on
 */
export function readReviewAnswer(
  fields: PostedFields,
  { adviceNeeded = false }: Pick<Review, 'adviceNeeded'> = {},
): { given?: ReviewAnswer; errors: FieldError[] } {
  const posted = new Posted(fields);
  const answer = posted.choice('answer', ['release', 'release_with_conditions', 'refuse']);
  const offered = answer === 'refuse' ? REFUSE_GROUNDS : RELEASE_GROUNDS;
  const ground = offered.find(({ value }) => value === posted.text('ground'))?.value;
  const reason = posted.optional('reason');
  const condition = posted.optional('condition');
  const advised = adviceNeeded ? readAdvice(posted) : {};
  const errors: FieldError[] = [
    ...(answer === undefined ? [{ field: 'answer', text: 'Choose release, release with conditions, or refuse' }] : []),
    ...(answer !== undefined && ground === undefined ? [{ field: 'ground', text: groundText(answer) }] : []),
    ...conditionErrors(answer, condition),
    ...(reason === undefined
      ? [{ field: 'reason', text: 'Write your reason: it is sealed, and can be asked for later' }]
      : []),
    ...((reason?.length ?? 0) > MOST ? [{ field: 'reason', text: 'Use 4,000 characters or fewer' }] : []),
    ...(advised.errors ?? []),
  ];
  if (answer === undefined || ground === undefined || reason === undefined || errors.length > 0) return { errors };
  const kept = answer === 'release_with_conditions' && condition !== undefined ? { condition } : {};
  const { advice } = advised;
  return { given: { answer, ground, reason, ...kept, ...(advice && { advice }) }, errors };
}

function readAdvice(posted: Posted): { advice?: ReviewAnswer['advice']; errors?: readonly FieldError[] } {
  const by = posted.optional('adviceBy');
  const { date: on, errors = [] } = readDate(posted, 'adviceOn');
  const wrong = [
    ...(by === undefined ? [{ field: 'adviceBy', text: 'Enter who gave you the legal advice' }] : []),
    ...((by?.length ?? 0) > 200 ? [{ field: 'adviceBy', text: 'Use 200 characters or fewer' }] : []),
    ...errors,
    ...(on === undefined && errors.length === 0
      ? [{ field: 'adviceOn', text: 'Enter the day on which the advice was given' }]
      : []),
  ];
  if (by === undefined || on === undefined || wrong.length > 0) return { errors: wrong };
  return { advice: { by, on } };
}

const groundText = (answer: GivenAnswer): string =>
  answer === 'refuse' ? 'Choose a ground for refusing' : 'Choose a ground for releasing';

function conditionErrors(answer: GivenAnswer | undefined, condition: string | undefined): FieldError[] {
  if (answer !== 'release_with_conditions') return [];
  if (condition === undefined) return [{ field: 'condition', text: 'Enter the condition' }];
  return condition.length > 200 ? [{ field: 'condition', text: 'Use 200 characters or fewer' }] : [];
}
