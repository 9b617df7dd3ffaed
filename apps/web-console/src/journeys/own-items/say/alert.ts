import { setOrClear } from './set-or-clear';

/** "Do not alert" (R-SAFE-04), set or cleared after the answer. */
export const alert = setOrClear({
  code: 'alert',
  stands: ({ stands }) => stands.alert === 'stands',
  says: { set: 'telling_held', clear: 'telling_cleared' },
  name: '“do not alert”',
  headings: { set: 'Must nobody be alerted?', clear: 'May the family and the referrer hear now?' },
  choices: {
    set: { text: 'Set it: nobody is alerted', hint: 'Letters to the referrer and tellings of the parent wait' },
    clear: { text: 'Clear it: letters may go', hint: 'As far as every other agency has cleared its own' },
  },
  next: {
    clear: [
      'Letters that waited for you go at once, with the mail that says so, as far as no other agency holds them.',
      'The clock for telling the parent starts when the last such word is gone.',
      'What was sent cannot be called back: if somebody may still be in danger, leave it as it is.',
    ],
    set: [
      'Every letter to the referrer, and every telling of the parent, waits from now on. The hub reads HOLD, and not why.',
      'A letter that was let go and not read yet does not open any more. One that was read has been read: if it matters, ring the hub.',
      'You are asked again whenever the hub wants to write, and every five working days while it waits.',
      'It stops nobody from protecting the child.',
    ],
  },
});
