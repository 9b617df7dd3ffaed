import type { Actor } from '@mash/authorisation';
import { newId, newReference } from '@mash/contracts';
import type { RecordContact } from '@mash/contracts';
import type { Authorship } from '../../domain/acknowledgement';
import type { ContactRecord } from '../../persistence/contact.record';

/** Who sends a contact, for whom, and into which partnership. */
export interface Sender {
  readonly actor: Actor;
  readonly partnershipId: string;
  readonly authorship: Authorship;
}

/** The agency is the sender's own, and only a professional's: a caller's is sealed with who they are. */
const agencyOf = (contact: RecordContact, { actor, authorship }: Sender): string | undefined =>
  contact.referrerKind === 'professional' && authorship !== 'for_a_caller' ? actor.agencyId : undefined;

/** The contact as it will be kept, with its enquiry and its two random references: nothing about the family can be read from them. */
export function contactOf(contact: RecordContact, sender: Sender, now: Date): ContactRecord {
  return {
    contactId: contact.contactId,
    partnershipId: sender.partnershipId,
    enquiryId: newId(now.getTime()),
    reference: newReference('C'),
    enquiryReference: newReference('E'),
    receivedAt: contact.receivedAt === undefined ? now : new Date(contact.receivedAt),
    recordedAt: now,
    source: contact.source,
    referrerKind: contact.referrerKind,
    referrerAgencyId: agencyOf(contact, sender),
    authorId: sender.actor.id,
    authorship: sender.authorship,
    urgent: contact.urgent,
    reply: contact.reply,
    linkedContactId: contact.linkedContactId,
    keyId: contact.sealed.kid,
    envelope: contact.sealed.envelope,
    presentingIssues: contact.presentingIssues,
  };
}
