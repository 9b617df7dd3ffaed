import { radios } from '../../../forms/field-view';
import { shown, type ContactStep } from './contact-step';

/** How soon somebody must look. It decides the order, and that nothing missing holds the concern up. */
export const urgencyStep: ContactStep = {
  read(posted, draft) {
    const answer = posted.choice('urgent', ['yes', 'no']);
    const errors =
      answer === undefined ? [{ field: 'urgent', text: 'Choose how soon somebody must look at this' }] : [];
    return { draft: { ...draft, ...(answer && { urgent: answer === 'yes' }) }, errors };
  },

  view({ urgent }, { posted, errors }) {
    const kept = urgent === undefined ? undefined : urgent ? 'yes' : 'no';
    const options = [
      { value: 'yes', text: 'Urgent: a child may come to harm if nobody looks today' },
      { value: 'no', text: 'Not urgent: it can wait until the next working day' },
    ];
    const value = shown(posted, 'urgent', kept);
    return {
      heading: 'How soon must somebody look?',
      intro: ['If you are not sure, choose urgent.'],
      fields: [radios({ name: 'urgent', label: 'How soon?', options, value, errors })],
    };
  },
};
