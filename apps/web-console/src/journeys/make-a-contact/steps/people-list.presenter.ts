import { ageWords } from '@mash/clocks';
import { ageBeside } from '../../../presenters/name-and-age';
import { adultsOf, childrenOf, type ContactDraft, type DraftPerson } from '../draft/contact-draft';
import { displayNameOf } from '../draft/display-name';
import { birthOf } from '../draft/birth-of';

export type PeopleGroup = 'children' | 'adults';

/** The list of one kind of people, each with Change and Remove, and the buttons that add another. */
export interface PeopleListView {
  readonly heading: string;
  readonly intro: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly about: string;
    readonly href: string;
  }[];
  readonly add: readonly { readonly value: string; readonly text: string }[];
}

const ADD: Readonly<Record<PeopleGroup, PeopleListView['add']>> = {
  children: [
    { value: 'add-child', text: 'Add a child' },
    { value: 'add-unborn', text: 'Add an unborn baby' },
  ],
  adults: [{ value: 'add-adult', text: 'Add an adult' }],
};

export const peopleOf = (group: PeopleGroup, draft: ContactDraft): DraftPerson[] =>
  group === 'children' ? childrenOf(draft) : adultsOf(draft);

function headingOf(group: PeopleGroup, count: number): string {
  if (group === 'adults')
    return count === 0
      ? 'Which adults are involved?'
      : `You have told us of ${count} ${count === 1 ? 'adult' : 'adults'}`;
  return count === 0
    ? 'Which children are you worried about?'
    : `You have told us of ${count} ${count === 1 ? 'child' : 'children'}`;
}

export function peopleListView(group: PeopleGroup, draft: ContactDraft, draftId: string, now: Date): PeopleListView {
  const people = peopleOf(group, draft).map((person) => ({
    id: person.mentionId,
    name: displayNameOf(person),
    about: person.relationship ?? ageBeside(displayNameOf(person), ageWords(birthOf(person), now)),
    href: `/contacts/new/${draftId}/${group}/${person.mentionId}`,
  }));
  const intro =
    group === 'children'
      ? 'Add every child in the family, brothers and sisters and unborn babies too, even where you are worried about one.'
      : 'Parents, step-parents, partners, grandparents, anybody who cares for the child or may have caused harm.';
  return { heading: headingOf(group, people.length), intro, people, add: ADD[group] };
}
