import { Posted, type PostedFields } from '../../forms/posted';
import { HANDLING } from '../../layout/handling-line';
import { page, type Page } from '../../layout/page';
import type { SummaryRow } from '../../presenters/summary-row';

/** What may be typed in an answer, in words. */
const TYPED = [
  ['wording', 'The words that may be read'],
  ['harm', 'What harm you expect'],
  ['condition', 'The condition'],
  ['reason', 'Your reason'],
  ['adviceBy', 'Who gave the legal advice'],
] as const;

export interface AnsweredMeanwhileView {
  readonly typed: readonly SummaryRow[];
  readonly back: string;
}

/** An answer to a question that waits no longer: it is refused, never as if it had been taken, and what was typed is shown. */
export function answeredMeanwhile(fields: PostedFields, back: '/reviews' | '/worklist'): Page {
  const posted = new Posted(fields);
  const typed = TYPED.flatMap(([name, key]) => {
    const value = posted.optional(name);
    return value === undefined ? [] : [{ key, value }];
  });
  const frame = { title: 'Answered meanwhile', handling: HANDLING.official, section: back, back };
  const view: AnsweredMeanwhileView = { typed, back };
  return page('journeys/reviews/answered-meanwhile.njk', frame, view, 409);
}
