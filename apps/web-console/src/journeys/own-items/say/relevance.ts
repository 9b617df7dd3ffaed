import { radios } from '../../../forms/field-view';
import { reasonErrors, type SubjectForm } from './subject';

const CODES = ['relevant', 'old', 'irrelevant'] as const;
const OPTIONS = [
  { value: 'relevant', text: 'Relevant', hint: 'It is read under the ordinary rules' },
  { value: 'old', text: 'Old or spent', hint: 'Your agency is asked each time before anybody reads it' },
  { value: 'irrelevant', text: 'Irrelevant', hint: 'Nobody reads it, in the hub or outside' },
];

/** Whether an item still bears on the worry (R-NEC-01, R-NEC-03). */
export const relevance: SubjectForm = {
  code: 'relevance',
  link: () => 'Say how relevant it is',
  heading: () => 'Does this still bear on the worry?',
  next: () => [
    'It counts for everybody from the next time that somebody wants to read it, in the hub and outside.',
    'Handovers that were sent leave it out, or ask you, the next time that they are opened. Nobody is sent a message.',
    'Whoever has read it has read it: nothing is recalled. You can change this again at any time.',
  ],
  fields: ({ posted, errors }) => [
    radios({ name: 'relevance', label: 'It is', options: OPTIONS, value: posted?.text('relevance'), errors }),
  ],
  read: (posted, { item }) => {
    const chosen = posted.choice('relevance', CODES);
    const errors = [
      ...(chosen === undefined ? [{ field: 'relevance', text: 'Choose how relevant it is' }] : []),
      ...(chosen === item.stands.relevance ? [{ field: 'relevance', text: 'That is what stands already' }] : []),
      ...reasonErrors(posted),
    ];
    if (chosen === undefined || errors.length > 0) return { errors };
    return { said: { facts: { says: 'relevance', relevance: chosen }, content: { reason: posted.text('reason') } } };
  },
  button: () => 'Record this',
};
