import { isChildOfConcern, isChildOfTheWorry } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { CONSENT_KINDS } from '../draft/code-lists';
import { childrenOf, type ContactDraft, type DraftPerson } from '../draft/contact-draft';
import { displayNameOf } from '../draft/display-name';
import { CORE_FIELDS } from '../steps/person-fields';
import { stepPath, type StepName } from '../steps/step-order';

/**
 * What a concern that is not urgent still has to say, each with a link to its page. For an urgent one the list is advice: nothing
 * missing holds it up.
 */
export function whatIsMissing(draft: ContactDraft, draftId: string): FieldError[] {
  const at = (step: StepName, text: string, tail = ''): FieldError => ({
    field: step,
    text,
    href: `${stepPath(draftId, step)}${tail}`,
  });
  const children = childrenOf(draft);
  const blanksOf = (person: DraftPerson): FieldError[] => {
    const isBlank = CORE_FIELDS[person.kind].some(
      ({ name }) => person[name] === undefined && !person.notKnown.includes(name),
    );
    const group = person.kind === 'adult' ? 'adults' : 'children';
    return isBlank
      ? [
          at(
            group,
            `${displayNameOf(person)}: fill in what is empty, or say that you do not know`,
            `/${person.mentionId}`,
          ),
        ]
      : [];
  };
  const isUnsaid = draft.consents.some(
    ({ state, givenBy, givenByMentionId }) =>
      (state === 'given' || state === 'refused' || state === 'withdrawn') &&
      givenByMentionId === undefined &&
      (givenBy === undefined || givenBy === 'not_applicable'),
  );
  const isStated = ({ mentionId }: DraftPerson): boolean =>
    CONSENT_KINDS.every(({ value }) =>
      draft.consents.some((one) => one.mentionId === mentionId && one.kind === value && one.state !== undefined),
    );
  return [
    ...(draft.danger === undefined ? [at('danger', 'Say whether a child is in danger now')] : []),
    ...(draft.concern.narrative === undefined ? [at('concern', 'Say what you are worried about')] : []),
    ...(children.length === 0 ? [at('children', 'Add the child, or the unborn baby, that you are worried about')] : []),
    ...(children.length > 0 && !children.some(isChildOfConcern)
      ? [at('children', 'Say which child the worry is about: one at least')]
      : []),
    ...draft.people.flatMap(blanksOf),
    ...(draft.people.some(({ livesInHousehold }) => livesInHousehold === undefined)
      ? [at('household', 'Say who lives in the household')]
      : []),
    ...(children.filter(isChildOfTheWorry).every(isStated)
      ? []
      : [at('consent', 'Say what they have agreed to, for each child')]),
    ...(isUnsaid ? [at('consent', 'Say who agreed or refused')] : []),
    ...(draft.urgent === undefined ? [at('urgency', 'Say how soon somebody must look')] : []),
    ...(draft.keepFromFamily.answer === undefined
      ? [at('keep-from-family', 'Say whether anything must be kept from the family')]
      : []),
  ];
}
