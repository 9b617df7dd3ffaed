import { CONTACT_SOURCES, ContactSource } from '@mash/contracts';
import { radios, select, textField } from '../../../forms/field-view';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { REPLIES } from '../draft/code-lists';
import { shown, type ContactStep } from './contact-step';

const sources = Object.entries(CONTACT_SOURCES).map(([value, text]) => ({ value, text }));

/** Who tells, and how to reach them. Name, role and agency are in the account: nothing is typed twice. */
export const youStep: ContactStep = {
  read(posted, draft) {
    const source = ContactSource.safeParse(posted.text('source')).data;
    const reply = posted.choice('reply', ['email', 'telephone', 'none']);
    const you = {
      ...(source && { source }),
      ...(reply && { reply }),
      telephone: posted.optional('telephone'),
      knowsFamilyHow: posted.optional('knowsFamilyHow'),
    };
    const errors = [
      ...(source === undefined
        ? [{ field: 'source', text: 'Choose the kind of service you work for, or Unknown' }]
        : []),
      ...(reply === undefined ? [{ field: 'reply', text: 'Choose how you want to hear what happened' }] : []),
      ...(reply === 'telephone' && you.telephone === undefined
        ? [{ field: 'telephone', text: 'Enter a telephone number we can ring' }]
        : []),
    ];
    return { draft: { ...draft, you }, errors };
  },

  view({ you }, { person, posted, errors }) {
    return {
      heading: 'How do we reach you?',
      intro: [`You are signed in as ${person.name}, ${person.roleTitle}, ${person.agencyName}. The hub sees this.`],
      fields: [
        select({
          name: 'source',
          label: 'What kind of service do you work for?',
          options: sources,
          value: shown(posted, 'source', you.source ?? usualSource(person)),
          errors,
        }),
        textField({
          name: 'telephone',
          label: 'Your telephone number',
          hint: 'So that the hub can ring you about this concern',
          classes: 'govuk-input--width-20',
          inputmode: 'tel',
          maxlength: 30,
          value: shown(posted, 'telephone', you.telephone),
          errors,
        }),
        textField({
          name: 'knowsFamilyHow',
          label: 'How do you know the family?',
          maxlength: 300,
          value: shown(posted, 'knowsFamilyHow', you.knowsFamilyHow),
          errors,
        }),
        radios({
          name: 'reply',
          label: 'How do you want to hear what happened?',
          options: REPLIES,
          value: shown(posted, 'reply', you.reply ?? 'email'),
          errors,
        }),
      ],
    };
  },
};

/** Schools and police are one code each; health is several, so it is asked. */
function usualSource({ agencyKind }: SignedInPerson): ContactSource | undefined {
  if (agencyKind === 'education') return '2A';
  if (agencyKind === 'police') return '6';
  return agencyKind === 'housing' ? '4' : undefined;
}
