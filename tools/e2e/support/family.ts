import { newId, type MentionedPerson, type StatedConsent } from '@mash/contracts';

/** What a family's contact says, in the words that a spec gives it. */
export interface FamilyWords {
  readonly surname: string;
  readonly child?: string;
  readonly sibling?: string;
  readonly mother?: string;
  readonly narrative?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly school?: string;
  /** Whether the children's records may be shared; the mother agrees unless said otherwise. */
  readonly consent?: 'given' | 'not_sought';
}

export interface Family {
  readonly contactId: string;
  readonly narrative: string;
  readonly child: MentionedPerson;
  readonly sibling: MentionedPerson;
  readonly mother: MentionedPerson;
  readonly people: readonly MentionedPerson[];
  readonly consents: readonly StatedConsent[];
}

const consent = (
  mentionId: string,
  kind: StatedConsent['kind'],
  state: StatedConsent['state'],
  givenBy: StatedConsent['givenBy'],
): StatedConsent => ({ mentionId, kind, state, givenBy });

const TREES = ['Alder', 'Aspen', 'Birch', 'Cedar', 'Elm', 'Hornbeam', 'Juniper', 'Linden', 'Maple', 'Rowan', 'Spindle'];

/** A number of the family's own, so that no two families look alike to the matcher. */
const numberOf = (surname: string): number =>
  Array.from(surname).reduce((sum, letter, at) => sum + letter.charCodeAt(0) * (at + 1), 0);

const tree = (at: number): string => TREES[at % TREES.length] ?? 'Willow';

/**
 * An invented family: a child of seven, a brother of four, their mother. The mother agrees that the children's records are shared and help
 * is offered (unless nobody asked her about the first), and refuses it for her own.
 */
export function aFamily(words: FamilyWords): Family {
  const { surname, narrative = 'He came to school hungry again and says that he looks after his brother.' } = words;
  const own = numberOf(surname);
  const [month, day] = [1 + (own % 12), 1 + (own % 27)];
  const address = {
    lines: words.street ?? `${String(own)} Quarry Rise, Riverside`,
    postcode: words.postcode ?? `ZZ9 ${String(own % 10)}QR`,
  };
  const said = { surname, address, livesInHousehold: 'yes', whoSaysSo: 'the school', notKnown: [] } as const;
  const child: MentionedPerson = {
    ...{ ...said, notKnown: [], mentionId: newId(), kind: 'child', sex: 'M', relation: 'concern' },
    forenames: words.child ?? tree(own),
    birthDate: { year: 2019, month, day },
    ethnicity: 'WBRI',
    school: words.school ?? 'Meadow Lane Primary School',
    relationship: 'child',
  };
  const sibling: MentionedPerson = {
    ...{ ...said, notKnown: ['school'], mentionId: newId(), kind: 'child', sex: 'M', relation: 'household' },
    forenames: words.sibling ?? tree(own + 3),
    birthDate: { year: 2022, month: 13 - month, day: 28 - day },
    relationship: 'child',
  };
  const mother: MentionedPerson = {
    ...{ ...said, notKnown: [], mentionId: newId(), kind: 'adult', sex: 'F', relation: 'household' },
    forenames: words.mother ?? `Hazel ${tree(own + 5)}`,
    birthDate: { year: 1984 + (own % 12), month, day },
    relationship: 'mother',
    parentalResponsibility: 'yes',
    parentalResponsibilityKnownHow: 'birth certificate seen by the school',
  };
  const agrees = [child, sibling].flatMap(({ mentionId }) => [
    words.consent === 'not_sought'
      ? consent(mentionId, 'sharing', 'not_sought', 'not_applicable')
      : consent(mentionId, 'sharing', 'given', 'parent_with_pr'),
    consent(mentionId, 'service', 'given', 'parent_with_pr'),
  ]);
  const refuses = consent(mother.mentionId, 'sharing', 'refused', 'self');
  const people = [child, sibling, mother];
  const notAsked = people.map(({ mentionId }) => consent(mentionId, 'data_protection', 'not_sought', 'not_applicable'));
  const consents = [...agrees, refuses, ...notAsked];
  return { contactId: newId(), narrative, child, sibling, mother, people, consents };
}
