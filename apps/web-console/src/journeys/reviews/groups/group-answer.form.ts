import type { Review } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { readReviewAnswer, type ReviewAnswer } from '../review-answer.form';

export interface GroupAnswer {
  /** Those that were ticked and may be answered. */
  readonly lines: readonly Review[];
  readonly answer: ReviewAnswer;
}

/** The page that is shown again does not have those that left the group: it says so, or they would be lost without a word. */
function wrongOfLines(left: number, gone: number, isShownAgain: boolean): FieldError[] {
  if (left + gone === 0) return [{ field: 'lines', text: 'Choose the lines that get this answer' }];
  if (gone === 0 || (left > 0 && !isShownAgain)) return [];
  const which = left === 0 ? 'What' : 'Some of what';
  return [{ field: 'lines', text: `${which} you ticked waits for no answer any more, or has changed: look again` }];
}

/**
 * One answer for the ticked lines of a group. A line that is not of the group is not read.
 * @returns `gone`: how many were ticked and are offered no more; whoever answered is told
 */
export function readGroupAnswer(
  fields: PostedFields,
  offered: readonly Review[],
): { given?: GroupAnswer; ticked: readonly string[]; gone: number; errors: FieldError[] } {
  const ticked = new Posted(fields).all('lines');
  const lines = offered.filter(({ reviewId }) => ticked.includes(reviewId));
  const { given, errors: ofAnswer } = readReviewAnswer(fields);
  const gone = ticked.length - lines.length;
  const errors = [...wrongOfLines(lines.length, gone, ofAnswer.length > 0), ...ofAnswer];
  return {
    ticked,
    gone,
    errors,
    ...(given !== undefined && errors.length === 0 && { given: { lines, answer: given } }),
  };
}
