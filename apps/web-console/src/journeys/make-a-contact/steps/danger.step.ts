import { radios } from '../../../forms/field-view';
import { YES_NO_NOT_KNOWN } from '../draft/code-lists';
import { shown, type ContactStep } from './contact-step';

/** First of all: 999. */
export const dangerStep: ContactStep = {
  read(posted, draft) {
    const danger = posted.choice('danger', ['yes', 'no', 'not_known']);
    const errors =
      danger === undefined
        ? [{ field: 'danger', text: 'Say whether a child is in danger now, or that you do not know' }]
        : [];
    return { draft: { ...draft, ...(danger && { danger }), ...(danger === 'yes' && { urgent: true }) }, errors };
  },

  view(draft, { posted, errors }) {
    const label = 'Is a child in danger at this moment?';
    const value = shown(posted, 'danger', draft.danger);
    return {
      heading: 'Is a child in danger now?',
      intro: [],
      warning: 'If a child is in danger now, ring 999 first. Then ring the hub. Then send this.',
      fields: [radios({ name: 'danger', label, options: YES_NO_NOT_KNOWN, value, errors })],
    };
  },
};
