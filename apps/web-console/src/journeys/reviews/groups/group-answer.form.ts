import type { Review } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { readReviewAnswer, type ReviewAnswer } from '../review-answer.form';

export interface GroupAnswer {
  /** Those that were ticked and may be answered. */
  readonly lines: readonly Review[];
  readonly answer: ReviewAnswer;
}

/** One answer for the ticked lines of a group. A line that is not of the group is not read. */
export function readGroupAnswer(
  fields: PostedFields,
  offered: readonly Review[],
): { given?: GroupAnswer; ticked: readonly string[]; errors: FieldError[] } {
  const ticked = new Posted(fields).choices(
    'lines',
    offered.map(({ reviewId }) => reviewId),
  );
  const lines = offered.filter(({ reviewId }) => ticked.includes(reviewId));
  const { given, errors: ofAnswer } = readReviewAnswer(fields);
  const none = lines.length === 0 ? [{ field: 'lines', text: 'Choose the lines that get this answer' }] : [];
  const errors = [...none, ...ofAnswer];
  return { ticked, errors, ...(given !== undefined && errors.length === 0 && { given: { lines, answer: given } }) };
}
