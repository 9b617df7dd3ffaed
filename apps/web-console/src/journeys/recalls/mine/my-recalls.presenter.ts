import { durationWords } from '@mash/clocks';
import { DestroyedHow, type IdentityQuestion, type MyRecallNotice, type MyRecalls } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { radios, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { momentWords, type ClockChip } from '../../../presenters/clock-chip';
import type { SummaryRow } from '../../../presenters/summary-row';
import { ABOUT_WORDS, answerPath, HOW_WORDS, SAYS_WORDS } from '../shared/recall-words';

interface Row {
  readonly href: string;
  readonly text: string;
  readonly detail: string;
  readonly clock?: ClockChip;
}

export interface MyRecallsView {
  readonly heading: string;
  readonly notices: readonly Row[];
  readonly questions: readonly Row[];
}

const chipOf = (dueAt: string, now: Date): ClockChip => {
  const left = new Date(dueAt).getTime() - now.getTime();
  return left < 0
    ? { look: 'late', text: `${durationWords(-left, 'up')} late` }
    : { look: 'in-time', text: `Due ${momentWords(new Date(dueAt), now)}` };
};

/** "What am I to destroy, by when?" */
export function myRecallsView({ notices, questions }: MyRecalls, now: Date): MyRecallsView {
  const count = notices.length;
  return {
    heading: count === 0 ? 'You have nothing to destroy' : `${String(count)} to destroy and confirm`,
    notices: notices.map((one) => noticeRow(one, now)),
    questions: questions.map((one) => questionRow(one, now)),
  };
}

const noticeRow = ({ noticeId, enquiryReference, what, shownAt, dueAt }: MyRecallNotice, now: Date): Row => ({
  href: `/recalls/${noticeId}`,
  text: `${ABOUT_WORDS[what]} of enquiry ${enquiryReference}`,
  detail: `shown to you ${momentWords(new Date(shownAt), now)}`,
  clock: chipOf(dueAt, now),
});

const questionRow = (
  { enquiryId, about, says, enquiryReference, saidAt, dueAt }: IdentityQuestion,
  now: Date,
): Row => ({
  href: answerPath(enquiryId, about, '/recalls'),
  text: `${ABOUT_WORDS[about.kind]} of yours, enquiry ${enquiryReference}`,
  detail: `said to be ${SAYS_WORDS[says]} ${momentWords(new Date(saidAt), now)}`,
  ...(dueAt !== undefined && { clock: chipOf(dueAt, now) }),
});

export interface DestroyView {
  readonly heading: string;
  readonly caption: string;
  readonly rows: readonly SummaryRow[];
  readonly clock: ClockChip;
  readonly action: string;
  readonly fields: readonly FieldView[];
}

/** "What is it, and what do I do with it?" It says when it was shown, and nothing of what it says. */
export function destroyView(
  notice: MyRecallNotice,
  now: Date,
  posted?: Posted,
  errors: readonly FieldError[] = [],
): DestroyView {
  const { noticeId, enquiryReference, what, shownAt, toldAt, dueAt, recipientId } = notice;
  const options = DestroyedHow.options.map((value) => ({ value, text: HOW_WORDS[value] }));
  return {
    caption: `Enquiry ${enquiryReference}`,
    heading: 'Destroy this: confirm',
    rows: [
      { key: 'What', value: ABOUT_WORDS[what] },
      {
        key: 'Shown',
        value: `${momentWords(new Date(shownAt), now)}, to ${recipientId === undefined ? 'your desk' : 'you'}`,
      },
      { key: 'Recalled', value: momentWords(new Date(toldAt), now) },
    ],
    clock: chipOf(dueAt, now),
    action: `/recalls/${noticeId}`,
    fields: [radios({ name: 'how', label: 'What became of it?', options, value: posted?.text('how'), errors })],
  };
}
