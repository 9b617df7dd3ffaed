import type { Review } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { checkboxes, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import type { ClockChip } from '../../../presenters/clock-chip';
import type { RequestContent } from '../../asking/sealing/request-content';
import { pathOf } from '../review-list.presenter';
import { agreementWords, consentWords, partiesSentence, thresholdWords } from '../review-words';
import { answerFields, questionView, reviewClock, type QuestionView } from '../review.presenter';
import type { LineOutcome } from './group-answers';
import { mayGoTogether, type ReviewGroup } from './review-groups';
import { lineWords } from './review-groups.presenter';

/** "The same answer for several lines?" */
export interface ReviewGroupView {
  readonly heading: string;
  readonly reference: string | undefined;
  readonly reasons: readonly string[];
  readonly clock: ClockChip;
  /** What the agency would read about each person, where the reader may. */
  readonly questions: readonly QuestionView[];
  /** What went and what did not, where an answer was given. */
  readonly done: readonly string[];
  readonly notDone: readonly { readonly text: string; readonly because: string }[];
  readonly action: string;
  /** Absent where none of the lines may be answered together. */
  readonly fields: readonly FieldView[] | undefined;
  readonly alone: readonly { readonly href: string; readonly text: string }[];
}

export interface GroupGiven {
  readonly group: ReviewGroup;
  readonly names: ReadonlyMap<string, string>;
  readonly questions?: readonly RequestContent[] | undefined;
  readonly posted?: Posted | undefined;
  readonly ticked?: readonly string[] | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly outcomes?: readonly LineOutcome[] | undefined;
  readonly now: Date;
}

/** What an answer rests on, line by line: consent is each person's own. */
const factsWords = ({ threshold, consent, agreement }: Review): string =>
  `Threshold: ${thresholdWords(threshold)}. Consent to share: ${consentWords(consent)}. ${agreementWords(agreement)}.`;

/** Nothing is ticked and nothing is chosen beforehand: the machine does not lean. */
function fieldsOf({ group, names, posted, ticked = [], errors = [] }: GroupGiven): FieldView[] | undefined {
  const together = group.reviews.filter(mayGoTogether);
  if (together.length === 0) return undefined;
  const options = together.map((review) => ({
    value: review.reviewId,
    text: lineWords(review, names),
    hint: factsWords(review),
  }));
  return [
    checkboxes({ name: 'lines', label: 'Lines that get this answer', options, values: [...ticked], errors }),
    ...answerFields(posted, errors),
  ];
}

export function reviewGroupView(given: GroupGiven): ReviewGroupView {
  const { group, names, questions = [], outcomes = [], now } = given;
  const [first] = group.reviews;
  return {
    heading: `${partiesSentence(first)}: ${group.reviews.length} lines`,
    reference: first.enquiryReference,
    reasons: first.reasons.map(({ sentence }) => sentence),
    clock: reviewClock(first, now),
    questions: questions.map((content) => questionView(content, group.reviews, now)),
    ...resultOf(outcomes, names),
    action: `/reviews/group/${first.reviewId}`,
    fields: fieldsOf(given),
    alone: group.reviews.map((review) => ({
      href: pathOf(review),
      text: `${lineWords(review, names)}, alone`,
    })),
  };
}

/** @param gone how many were ticked that nobody offers any more: a no must not be lost without a word */
export function resultOf(
  outcomes: readonly LineOutcome[],
  names: ReadonlyMap<string, string>,
  gone = 0,
): Pick<ReviewGroupView, 'done' | 'notDone'> {
  const words = (review: Review): string => lineWords(review, names);
  return {
    done: outcomes.flatMap(({ review, because }) => (because === undefined ? [words(review)] : [])),
    notDone: [
      ...outcomes.flatMap(({ review, because }) => (because === undefined ? [] : [{ text: words(review), because }])),
      ...goneLines(gone),
    ],
  };
}

const goneLines = (gone: number): ReviewGroupView['notDone'] =>
  gone === 0
    ? []
    : [
        {
          text: gone === 1 ? 'One line that you ticked' : `${gone} lines that you ticked`,
          because: `${gone === 1 ? 'It waits' : 'They wait'} for no answer any more, or ${gone === 1 ? 'has' : 'have'} changed.`,
        },
      ];

/** "5 of 6 answers were given". */
export const resultWords = (outcomes: readonly LineOutcome[], gone = 0): string => {
  const went = outcomes.filter(({ because }) => because === undefined).length;
  const all = outcomes.length + gone;
  return went === all
    ? `${all} ${all === 1 ? 'answer was' : 'answers were'} given`
    : `${went} of ${all} answers were given`;
};
