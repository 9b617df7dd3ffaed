import type { ContactSource, MentionedPerson, RecordContact } from '@mash/contracts';
import type { ContactContent } from '../../../sealing/contact-content';
import type { ContactDraft, DraftPerson } from '../draft/contact-draft';
import { placesOf } from '../draft/protected-places';
import { whoHides } from '../draft/who-hides';
import { consentsOf, type SealedWordsOf } from './consents-of-draft';

/** What is sealed of a draft: the words, and every place of whoever has one that must be kept secret. */
export function contentOf(draft: ContactDraft): ContactContent {
  const { narrative, whereIsTheChildNow, seenMyself, toldByOthers } = draft.concern;
  const hides = whoHides(draft);
  const places = draft.people
    .filter(({ mentionId }) => hides.has(mentionId))
    .map(({ mentionId, address, school, gp }) => ({
      mentionId,
      ...address,
      ...(school !== undefined && { school }),
      ...(gp !== undefined && { surgery: gp }),
    }));
  return {
    narrative,
    whereIsTheChildNow,
    seenMyself,
    toldByOthers,
    householdNote: draft.householdNote,
    danger: draft.danger,
    keepFromFamily: draft.keepFromFamily,
    protectedAddresses: places.filter((said) => Object.keys(said).length > 1),
  };
}

/** One person as contact-intake keeps them: in plain, under access rules, so without any place of whoever hides. */
export function mentionOf(draft: DraftPerson, hides = placesOf(draft).length > 0): MentionedPerson {
  const { aliases, address, school, gp, notKnown, ...person } = draft;
  const names =
    aliases
      ?.split(/[,;\n]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '') ?? [];
  const places = {
    ...(address && { address }),
    ...(school !== undefined && { school }),
    ...(gp !== undefined && { gp }),
  };
  return {
    ...person,
    ...(names.length > 0 && { aliases: names.slice(0, 10) }),
    ...(!hides && places),
    ...(notKnown.length > 0 && { notKnown }),
  };
}

export interface Sending extends Pick<RecordContact, 'contactId' | 'sealed' | 'sealedCaller'> {
  readonly usualSource: ContactSource;
  /** What people were told before they answered, sealed. */
  readonly consentWords?: SealedWordsOf;
}

/** What goes to contact-intake. */
export function recordOf(
  draft: ContactDraft,
  { contactId, usualSource, sealed, sealedCaller, consentWords = new Map() }: Sending,
): RecordContact {
  const hides = whoHides(draft);
  return {
    contactId,
    source: draft.you.source ?? usualSource,
    referrerKind: 'professional',
    urgent: draft.urgent ?? false,
    ...(draft.linkedContactId && { linkedContactId: draft.linkedContactId }),
    reply: draft.you.reply ?? 'email',
    sealed,
    ...(sealedCaller && { sealedCaller }),
    people: draft.people.map((person) => mentionOf(person, hides.has(person.mentionId))),
    consents: consentsOf(draft, consentWords),
    presentingIssues: draft.concern.issues,
  };
}
