import { openToTheHub } from '@mash/authorisation';
import type { Subject } from '@mash/authorisation';
import type { CaseAccess } from '@mash/case-access';

interface Record {
  readonly partnershipId: string;
}

/** @param access of the contact's enquiry; a contact that is only being made is open to whoever makes it */
export const contactSubject = (
  contact: Record & { contactId: string; authorId: string },
  access: CaseAccess = openToTheHub,
): Subject<'Contact'> => ({
  kind: 'Contact',
  id: contact.contactId,
  partnershipId: contact.partnershipId,
  authorId: contact.authorId,
  ...access,
});

export const enquirySubject = (
  { enquiryId, partnershipId }: Record & { enquiryId: string },
  access: CaseAccess,
): Subject<'Enquiry'> => ({ kind: 'Enquiry', id: enquiryId, partnershipId, ...access });

export const personSubject = ({ personId, partnershipId }: Record & { personId: string }): Subject<'Person'> => ({
  kind: 'Person',
  id: personId,
  partnershipId,
});
