import type { FieldError } from '../../../forms/field-error';
import { radios, textField } from '../../../forms/field-view';
import { YES_NO_NOT_KNOWN } from '../draft/code-lists';
import { adultsOf, type DraftPerson } from '../draft/contact-draft';
import { displayNameOf } from '../draft/display-name';
import { shown, type ContactStep } from './contact-step';

const ANSWERS = ['yes', 'no', 'not_known'] as const;

function errorsOf(person: DraftPerson): FieldError[] {
  const { mentionId, parentalResponsibility, parentalResponsibilityKnownHow } = person;
  if (parentalResponsibility === undefined)
    return [{ field: `pr-${mentionId}`, text: `Say whether ${displayNameOf(person)} has it, or that you do not know` }];
  const isBare = parentalResponsibility === 'yes' && parentalResponsibilityKnownHow === undefined;
  return isBare
    ? [{ field: `how-${mentionId}`, text: `Say how you know that ${displayNameOf(person)} has it, or "not known"` }]
    : [];
}

/** Who holds parental responsibility and how that is known: consent rests on it. */
export const responsibilityStep: ContactStep = {
  read(posted, draft) {
    const people = draft.people.map((person) => {
      if (person.kind !== 'adult') return person;
      const parentalResponsibility = posted.choice(`pr-${person.mentionId}`, ANSWERS);
      return {
        ...person,
        parentalResponsibility,
        parentalResponsibilityKnownHow: posted.optional(`how-${person.mentionId}`),
      };
    });
    return { draft: { ...draft, people }, errors: adultsOf({ ...draft, people }).flatMap(errorsOf) };
  },

  view(draft, { posted, errors }) {
    const adults = adultsOf(draft);
    const hint = 'For example: on the birth certificate, court order seen, mother says so';
    const groups = adults.map((person) => {
      const [pr, how] = [`pr-${person.mentionId}`, `how-${person.mentionId}`];
      const value = shown(posted, pr, person.parentalResponsibility);
      const known = shown(posted, how, person.parentalResponsibilityKnownHow);
      return {
        heading: displayNameOf(person),
        fields: [
          radios({
            name: pr,
            label: 'Has parental responsibility?',
            options: YES_NO_NOT_KNOWN,
            value,
            inline: true,
            errors,
          }),
          textField({ name: how, label: 'How is that known?', hint, maxlength: 200, value: known, errors }),
        ],
      };
    });
    const intro =
      adults.length === 0
        ? ['You have not told us of any adult, so there is nothing to answer here.']
        : ['A mother has it. For anybody else it depends.'];
    return { heading: 'Who has parental responsibility?', intro, fields: [], groups };
  },
};
