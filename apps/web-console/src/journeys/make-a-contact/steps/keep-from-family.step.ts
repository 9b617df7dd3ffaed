import { radios, textArea } from '../../../forms/field-view';
import { YES_NO_NOT_KNOWN } from '../draft/code-lists';
import { shown, type ContactStep } from './contact-step';

/** What the family must not be told, and why. Sealed with the concern. */
export const keepFromFamilyStep: ContactStep = {
  read(posted, draft) {
    const answer = posted.choice('keep', ['yes', 'no', 'not_known']);
    const keepFromFamily = { ...(answer && { answer }), what: posted.optional('what'), why: posted.optional('why') };
    const errors = [
      ...(answer === undefined
        ? [{ field: 'keep', text: 'Say whether anything must be kept from the family, or that you do not know' }]
        : []),
      ...(answer === 'yes' && keepFromFamily.what === undefined
        ? [{ field: 'what', text: 'Say what must be kept from them' }]
        : []),
      ...(answer === 'yes' && keepFromFamily.why === undefined
        ? [{ field: 'why', text: 'Say why it must be kept from them' }]
        : []),
    ];
    return { draft: { ...draft, keepFromFamily }, errors };
  },

  view({ keepFromFamily }, { posted, errors }) {
    return {
      heading: 'Must anything be kept from the family?',
      intro: ['For example: who told you, where somebody lives, that the police are looking into it.'],
      fields: [
        radios({
          name: 'keep',
          label: 'Must anything be kept from them?',
          options: YES_NO_NOT_KNOWN,
          value: shown(posted, 'keep', keepFromFamily.answer),
          errors,
        }),
        textArea({
          name: 'what',
          label: 'What, and from whom?',
          rows: 3,
          value: shown(posted, 'what', keepFromFamily.what),
          errors,
        }),
        textArea({ name: 'why', label: 'Why?', rows: 3, value: shown(posted, 'why', keepFromFamily.why), errors }),
      ],
    };
  },
};
