import { radios, select, textArea, tickBox } from '../../../forms/field-view';
import { bodyOptions, readBody } from './recipient-choice';
import { reasonErrors, textErrors, type SubjectForm } from './subject';

const WHO = [
  { value: 'everybody', text: 'Everybody', hint: 'In the hub and outside it. Choose this to protect a source' },
  { value: 'one', text: 'One agency', hint: 'They read these words. Everybody else reads what they read before' },
] as const;

const FOR_EVERYBODY =
  'For everybody: whoever may read this item reads your words instead. It releases nothing to anybody who may not read it now.';
const FOR_ONE = 'For one agency: these words are released to them, and they read nothing else of it.';

/** Words that may be read instead of an item; the original stays sealed. */
export const wording: SubjectForm = {
  code: 'wording',
  link: ({ stands }) =>
    stands.wording === undefined ? 'Write words to be read instead' : 'Change the words that are read instead',
  heading: () => 'What may be read instead of this?',
  next: (_opened, posted) => [
    ...(posted?.text('who') === 'one' ? [] : [FOR_EVERYBODY]),
    ...(posted?.text('who') === 'everybody' ? [] : [FOR_ONE]),
    'The original, its source and your reference stay sealed. Names that you write are read: name nobody whom it is not about.',
    'Handovers and letters that were sent show your words the next time that they are opened. Nobody is sent a message.',
    'Whoever has read the original has read it. To have it destroyed, go back and say that it went to the wrong place.',
  ],
  fields: ({ opened, posted, errors }) => [
    textArea({
      ...{ name: 'wording', label: 'Words that may be read', rows: 6, maxlength: 8000, errors },
      value: posted?.text('wording') ?? opened.item.stands.wording ?? opened.item.sanitisedText,
    }),
    radios({ name: 'who', label: 'Who reads them instead?', options: WHO, value: posted?.text('who'), errors }),
    select({
      ...{ name: 'recipient', label: 'Which agency?', hint: 'Only for one agency', options: bodyOptions(opened) },
      ...{ value: posted?.text('recipient'), errors },
    }),
    ...(opened.item.flags.includes('source_risk')
      ? [
          tickBox({
            ...{ name: 'hidesSource', label: 'No source can be told from these words', errors },
            ticked: posted?.ticked('hidesSource') === true,
          }),
        ]
      : []),
  ],
  read: (posted, opened) => {
    const who = posted.choice('who', ['everybody', 'one']);
    const one = who === 'one' ? readBody(posted, opened) : { errors: [] };
    const mayTell = opened.item.flags.includes('source_risk');
    const hidesSource = posted.ticked('hidesSource');
    const errors = [
      ...textErrors(posted, 'wording', 8_000, 'Write the words that may be read'),
      ...(who === undefined ? [{ field: 'who', text: 'Choose who reads them instead' }] : []),
      ...one.errors,
      ...(who === 'everybody' && mayTell && !hidesSource
        ? [{ field: 'hidesSource', text: 'Words for everybody must be words from which no source can be told' }]
        : []),
      ...reasonErrors(posted),
    ];
    if (errors.length > 0) return { errors };
    const content = { reason: posted.text('reason'), wording: posted.text('wording') };
    if (!('to' in one) || one.to === undefined) return { said: { facts: { says: 'sanitised' }, content } };
    return { said: { facts: { says: 'released_wording', to: one.to, hidesSource: mayTell && hidesSource }, content } };
  },
  button: () => 'Look at both side by side',
  isCheckedFirst: true,
};
