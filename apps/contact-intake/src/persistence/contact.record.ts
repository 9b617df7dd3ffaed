import type { ContactReceipt, ContactSource, RecordContact, ReferrerKind } from '@mash/contracts';
import type { Authorship } from '../domain/acknowledgement';

/** A contact as it is kept. Inserted once, changed never: the app role has no right to. */
export interface ContactRecord {
  readonly contactId: string;
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly reference: string;
  readonly enquiryReference: string;
  readonly receivedAt: Date;
  readonly recordedAt: Date;
  readonly source: ContactSource;
  readonly referrerKind: ReferrerKind;
  readonly referrerAgencyId?: string | undefined;
  /** Account id of the person, or client id of the system, that wrote it down. */
  readonly authorId: string;
  readonly authorship: Authorship;
  readonly urgent: boolean;
  readonly reply: RecordContact['reply'];
  readonly linkedContactId?: string | undefined;
  readonly keyId: string;
  readonly envelope: string;
  readonly presentingIssues: string[];
}

export const receiptOf = (contact: ContactRecord): ContactReceipt => ({
  contactId: contact.contactId,
  enquiryId: contact.enquiryId,
  reference: contact.reference,
  enquiryReference: contact.enquiryReference,
  receivedAt: contact.receivedAt.toISOString(),
  recordedAt: contact.recordedAt.toISOString(),
});
