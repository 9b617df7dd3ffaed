import { radios, textArea, textField } from '../../../forms/field-view';
import { YES_NO_NOT_KNOWN } from '../draft/code-lists';
import { displayNameOf } from '../draft/display-name';
import { shown, type ContactStep } from './contact-step';

const ANSWERS = ['yes', 'no', 'not_known'] as const;

/** Who lives with the child, and who says so. A person left off is the known fatal gap. */
export const householdStep: ContactStep = {
  read(posted, draft) {
    const people = draft.people.map((person) => ({
      ...person,
      livesInHousehold: posted.choice(`lives-${person.mentionId}`, ANSWERS) ?? person.livesInHousehold,
      whoSaysSo: posted.optional('whoSaysSo'),
    }));
    const errors = people
      .filter(({ livesInHousehold }) => livesInHousehold === undefined)
      .map((person) => ({
        field: `lives-${person.mentionId}`,
        text: `Say whether ${displayNameOf(person)} lives there, or that you do not know`,
      }));
    return { draft: { ...draft, people, householdNote: posted.optional('householdNote') }, errors };
  },

  view({ people, householdNote }, { posted, errors }) {
    const lives = people.map((person) => {
      const name = `lives-${person.mentionId}`;
      const value = shown(posted, name, person.livesInHousehold);
      return radios({ name, label: displayNameOf(person), options: YES_NO_NOT_KNOWN, value, inline: true, errors });
    });
    const [whoSaysSo] = people.map((person) => person.whoSaysSo);
    return {
      heading: 'Who lives in the household?',
      intro:
        people.length === 0
          ? ['You have not told us of anybody by name yet.']
          : ['The household is the home where the child mostly lives.'],
      fields: [
        ...lives,
        textField({
          name: 'whoSaysSo',
          label: 'Who says so?',
          hint: 'For example: mother, your own records',
          maxlength: 120,
          value: shown(posted, 'whoSaysSo', whoSaysSo),
          errors,
        }),
        textArea({
          name: 'householdNote',
          label: 'Does anybody else live there, or stay often?',
          hint: 'Brothers and sisters, lodgers, partners. Say "not known" if you do not know.',
          rows: 3,
          value: shown(posted, 'householdNote', householdNote),
          errors,
        }),
      ],
    };
  },
};
