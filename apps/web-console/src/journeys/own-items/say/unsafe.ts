import { setOrClear } from './set-or-clear';

/** "Unsafe to tell the parent" (R-SAFE-03), set or cleared after the answer. It limits informing, never protecting. */
export const unsafe = setOrClear({
  code: 'unsafe',
  stands: ({ stands }) => stands.unsafe === 'stands',
  says: { set: 'unsafe_set', clear: 'unsafe_cleared' },
  name: '“unsafe to tell the parent”',
  headings: { set: 'Would it be unsafe to tell the parent?', clear: 'May the parent be told now?' },
  choices: {
    set: { text: 'Set it: it would be unsafe to tell the parent', hint: 'Every telling of the parent waits' },
    clear: { text: 'Clear it: we think so no more', hint: 'The parent is told once nobody else holds it' },
  },
  next: {
    clear: [
      'The clock for telling the parent starts when the last such word is gone, of whatever agency.',
      'What a parent was told cannot be called back: if somebody may still be in danger, leave it as it is.',
    ],
    set: [
      'Every telling of the parent waits from now on. The hub reads HOLD, and not why.',
      'It waits until your agency clears it here: nobody else can.',
      'It stops nobody from protecting the child.',
    ],
  },
});
