import { isChildOfTheWorry, type ConsentGiver, type Sealed, type StatedConsent } from '@mash/contracts';
import type { ContactDraft, DraftConsent } from '../draft/contact-draft';

/** What was told before an answer, sealed for its statement: by statement. */
export type SealedWordsOf = ReadonlyMap<string, Sealed>;

/**
 * What somebody of the draft is who answered: the person themselves; a parent where the draft says that they have parental responsibility, or
 * that nobody knows; anybody else, of whom it says that they have not, and every child, is somebody else.
 */
function giverOf({ people }: ContactDraft, { mentionId, givenBy, givenByMentionId }: DraftConsent): ConsentGiver {
  if (givenByMentionId === undefined) return givenBy ?? 'not_applicable';
  if (givenByMentionId === mentionId) return 'self';
  const giver = people.find((one) => one.mentionId === givenByMentionId);
  if (giver?.kind !== 'adult' || giver.parentalResponsibility === 'no') return 'other';
  return giver.parentalResponsibility === 'yes' ? 'parent_with_pr' : 'parent_pr_unproven';
}

/** A consent as stated; one that nobody answered is "unknown" for a child of the worry and left out for anybody else. */
function consentOf(draft: ContactDraft, consent: DraftConsent, words: SealedWordsOf): StatedConsent[] {
  const { mentionId, kind, state, ground, givenByMentionId, how, saidOn, statementId } = consent;
  const isChilds = draft.people.some((person) => person.mentionId === mentionId && isChildOfTheWorry(person));
  if (state === undefined && !isChilds) return [];
  const sealedWords = statementId === undefined ? undefined : words.get(statementId);
  return [
    {
      ...{ mentionId, kind, state: state ?? 'unknown', givenBy: giverOf(draft, consent) },
      ...(ground && { ground }),
      ...(givenByMentionId && { givenByMentionId }),
      ...(how && { how }),
      ...(saidOn && { statedOn: saidOn }),
      ...(sealedWords && { statementId, sealedWords }),
    },
  ];
}

export const consentsOf = (draft: ContactDraft, words: SealedWordsOf): StatedConsent[] =>
  draft.consents.flatMap((consent) => consentOf(draft, consent, words));
