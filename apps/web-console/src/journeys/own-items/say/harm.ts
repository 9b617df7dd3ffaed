import { dateField, select, textArea } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { readReviewDay } from '../../releasing/read-review-day';
import { bodyOptions, readBody } from './recipient-choice';
import { reasonErrors, textErrors, type SubjectForm } from './subject';

const RECORDED = [
  'They read nothing of it from now on, in whatever part they take. The hub sees that it is withheld, and not why.',
  'Until the day that you name. You are asked to look again before it; after it this counts as claimed only, and a person decides.',
];
const NOT_AUTHORISED =
  'Your agency has not authorised you to record this. What you say is kept as claimed: it refuses nothing by itself.';
const CLAIMED = [
  'It is kept as claimed: each time that they want to read it, your safeguarding lead is asked first, and they read nothing until then.',
  'For a refusal without that question, somebody whom your agency has authorised records it. Who that is stands under “Who may record this”.',
];
const BOTH = [
  'It is of this item and this agency alone, and says nothing of any other.',
  'Whoever has read it has read it: nothing is recalled, and nobody is sent a message.',
];

const dateOf = (posted: Posted | undefined) => ({
  day: posted?.text('reviewBy-day') ?? '',
  month: posted?.text('reviewBy-month') ?? '',
  year: posted?.text('reviewBy-year') ?? '',
});

/** Children Act 2004 s16LA(3): telling this agency would be worse for this child than not (R-DET-01, R-DET-02). */
export const harm: SubjectForm = {
  code: 'harm',
  link: () => 'Telling somebody would harm this child',
  heading: () => 'Telling whom would harm this child?',
  lead: ({ recordsDetriment }) => (recordsDetriment ? undefined : NOT_AUTHORISED),
  next: ({ recordsDetriment }) => [...(recordsDetriment ? RECORDED : CLAIMED), ...BOTH],
  fields: ({ opened, posted, errors }) => [
    select({
      ...{ name: 'recipient', label: 'Which agency?', options: bodyOptions(opened) },
      ...{ value: posted?.text('recipient'), errors },
    }),
    textArea({
      ...{ name: 'harm', label: 'What harm to this child do you expect?', rows: 3, maxlength: 4000, errors },
      hint: 'To this child, from this agency. That it would strain your work with the family is not it',
      value: posted?.text('harm'),
    }),
    dateField({
      ...{ name: 'reviewBy', label: 'When will you look at this again?', hint: '30 days off at most', errors },
      value: dateOf(posted),
    }),
  ],
  read: (posted, opened, now) => {
    const { to, errors: recipientErrors } = readBody(posted, opened);
    const { date, errors: dateErrors = [] } = readReviewDay(posted, now);
    const errors = [
      ...recipientErrors,
      ...textErrors(posted, 'harm', 4_000, 'Say what harm to this child you expect'),
      ...dateErrors,
      ...reasonErrors(posted),
    ];
    if (to === undefined || date === undefined || errors.length > 0) return { errors };
    const facts = { says: 'detriment', to, personId: opened.item.personId, reviewBy: date } as const;
    return { said: { facts, content: { reason: posted.text('reason'), harm: posted.text('harm') } } };
  },
  button: () => 'Record this',
};
