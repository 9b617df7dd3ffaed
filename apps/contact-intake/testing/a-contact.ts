import { isChildOfConcern, newId } from '@mash/contracts';
import type { ConsentKind, MentionedPerson, RecordContact, StatedConsent } from '@mash/contracts';

/** Anything that looks like an envelope: contact-intake can open none. */
export const sealedWords = (kid = 'key-1'): RecordContact['sealed'] => ({
  kid,
  envelope: ['eyJhbGciOiJFQ0RILUVTIn0', '', 'aXYtaXYtaXYtaXYt', 'Y2lwaGVydGV4dC1vZi1hLXRlc3Q', 'dGFnLXRhZy10YWc'].join(
    '.',
  ),
});

/** A child the worry is about, born in March 2019, with an invented name. */
export const aChild = (changes: Partial<MentionedPerson> = {}): MentionedPerson => ({
  mentionId: newId(),
  kind: 'child',
  forenames: 'Wren',
  surname: 'Quillfeather',
  birthDate: { year: 2019, month: 3, day: 7 },
  relation: 'concern',
  ...changes,
});

export const anUnbornBaby = (changes: Partial<MentionedPerson> = {}): MentionedPerson => ({
  mentionId: newId(),
  kind: 'unborn',
  expectedDate: '2027-02-01',
  relation: 'concern',
  ...changes,
});

export const aMother = (changes: Partial<MentionedPerson> = {}): MentionedPerson => ({
  mentionId: newId(),
  kind: 'adult',
  forenames: 'Maren',
  surname: 'Quillfeather',
  relation: 'household',
  relationship: 'mother',
  parentalResponsibility: 'yes',
  ...changes,
});

const KINDS: ConsentKind[] = ['service', 'sharing', 'data_protection'];

/** The three consents of one person, stated as not known unless said otherwise. */
export const consentsOf = (mentionId: string, changes: Partial<StatedConsent> = {}): StatedConsent[] =>
  KINDS.map((kind) => ({ mentionId, kind, state: 'unknown', givenBy: 'not_applicable', ...changes }));

/** A complete contact of a professional, not urgent. Consents are stated for each child of the worry. */
export function aContact(changes: Partial<RecordContact> = {}): RecordContact {
  const people = changes.people ?? [aChild(), aMother()];
  const children = people.filter(isChildOfConcern);
  return {
    contactId: newId(),
    source: '2A',
    referrerKind: 'professional',
    urgent: false,
    reply: 'email',
    sealed: sealedWords(),
    people,
    consents: children.flatMap(({ mentionId }) => consentsOf(mentionId)),
    presentingIssues: ['neglect'],
    ...changes,
  };
}
