import { radios } from '../../../forms/field-view';
import { reasonErrors, type SubjectForm } from './subject';

const SET = {
  value: 'set',
  text: 'Set it: nobody is alerted',
  hint: 'Letters to the referrer and tellings of the parent wait',
};
const CLEAR = {
  value: 'clear',
  text: 'Clear it: letters may go',
  hint: 'As far as every other agency has cleared its own',
};

/** "Do not alert" (R-SAFE-04), set or cleared after the answer. */
export const alert: SubjectForm = {
  code: 'alert',
  link: ({ stands }) => (stands.alert === 'stands' ? 'Clear “do not alert”' : 'Set “do not alert”'),
  heading: ({ stands }) =>
    stands.alert === 'stands' ? 'May the family and the referrer hear now?' : 'Must nobody be alerted?',
  next: ({ item }) =>
    item.stands.alert === 'stands'
      ? [
          'Letters that waited for you go at once, with the mail that says so, as far as no other agency holds them.',
          'The clock for telling the parent starts when the last such word is gone.',
          'What was sent cannot be called back: if somebody may still be in danger, leave it as it is.',
        ]
      : [
          'Every letter to the referrer, and every telling of the parent, waits from now on. The hub reads HOLD, and not why.',
          'A letter that was let go and not read yet does not open any more. One that was read has been read: if it matters, ring the hub.',
          'You are asked again whenever the hub wants to write, and every five working days while it waits.',
          'It stops nobody from protecting the child.',
        ],
  fields: ({ opened: { item }, posted, errors }) => [
    radios({
      ...{ name: 'what', label: 'From now on', value: posted?.text('what'), errors },
      options: [item.stands.alert === 'stands' ? CLEAR : SET],
    }),
  ],
  read: (posted, { item }) => {
    const offered = item.stands.alert === 'stands' ? 'clear' : 'set';
    const sent = posted.choice('what', ['set', 'clear']);
    const missing = offered === 'clear' ? 'Choose to clear it, or go back' : 'Choose to set it, or go back';
    const errors = [
      ...(sent === undefined ? [{ field: 'what', text: missing }] : []),
      ...(sent !== undefined && sent !== offered
        ? [{ field: 'what', text: 'Somebody has changed this since you opened the page: look at it again' }]
        : []),
      ...reasonErrors(posted),
    ];
    if (errors.length > 0) return { errors };
    const says = offered === 'clear' ? 'telling_cleared' : 'telling_held';
    return { said: { facts: { says }, content: { reason: posted.text('reason') } } };
  },
  button: ({ stands }) => (stands.alert === 'stands' ? 'Clear it' : 'Set it'),
};
