import { CONSENT_KINDS } from '../draft/code-lists';
import { displayNameOf } from '../draft/display-name';
import { tickBox } from '../../../forms/field-view';
import { consentFields, REST_NOT_KNOWN } from './consent.fields';
import type { ContactStep } from './contact-step';
import { readConsent } from './read-consent';

/** Three consents for each person, never merged: who answered, how, when and what they were told, or why nobody asked. */
export const consentStep: ContactStep = {
  read(posted, draft, now) {
    const read = draft.people.flatMap((person) =>
      CONSENT_KINDS.map(({ value: kind }) => readConsent({ posted, draft, person, kind, now })),
    );
    const errors = read.flatMap((one) => one.errors);
    return { draft: { ...draft, consents: read.map(({ consent }) => consent) }, errors };
  },

  view(draft, context) {
    return {
      heading: 'What have they agreed to?',
      intro: [
        'Accepting help, information being shared, and data protection consent are three different things. One person cannot agree for another, except a parent for a child.',
        'Where a child may come to harm you do not need consent to tell us.',
      ],
      fields: [
        tickBox({
          name: REST_NOT_KNOWN,
          label: 'I do not know the rest: what I leave empty about the children is not known to me',
          ticked: context.posted?.ticked(REST_NOT_KNOWN) ?? false,
        }),
      ],
      groups: draft.people.map((person) => ({
        heading: displayNameOf(person),
        fields: consentFields(person, draft, context),
      })),
    };
  },
};
