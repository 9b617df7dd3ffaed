import type { ContactSource, MentionedPerson, RecordContact } from '@mash/contracts';
import type { ContactContent } from '../../../sealing/contact-content';
import type { ContactDraft, DraftPerson } from '../draft/contact-draft';
import { consentsOf, type SealedWordsOf } from './consents-of-draft';

/** What is sealed of a draft: the words, and every address that must be kept secret. */
export function contentOf(draft: ContactDraft): ContactContent {
  const { narrative, seenMyself, toldByOthers } = draft.concern;
  const hidden = draft.people.filter(
    ({ addressProtected, address }) => addressProtected === true && address !== undefined,
  );
  return {
    narrative,
    seenMyself,
    toldByOthers,
    householdNote: draft.householdNote,
    danger: draft.danger,
    keepFromFamily: draft.keepFromFamily,
    protectedAddresses: hidden.map(({ mentionId, address }) => ({ mentionId, ...address })),
  };
}

/** One person as contact-intake keeps them: in plain, under access rules, so never a protected address. */
export function mentionOf({ aliases, address, addressProtected, notKnown, ...person }: DraftPerson): MentionedPerson {
  const names =
    aliases
      ?.split(/[,;\n]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '') ?? [];
  return {
    ...person,
    ...(names.length > 0 && { aliases: names.slice(0, 10) }),
    ...(addressProtected === true ? { addressProtected } : address && { address }),
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
  return {
    contactId,
    source: draft.you.source ?? usualSource,
    referrerKind: 'professional',
    urgent: draft.urgent ?? false,
    ...(draft.linkedContactId && { linkedContactId: draft.linkedContactId }),
    reply: draft.you.reply ?? 'email',
    sealed,
    ...(sealedCaller && { sealedCaller }),
    people: draft.people.map(mentionOf),
    consents: consentsOf(draft, consentWords),
    presentingIssues: draft.concern.issues,
  };
}
