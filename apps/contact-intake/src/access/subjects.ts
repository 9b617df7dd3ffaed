import { openToTheHub } from '@mash/authorisation';
import type { Subject } from '@mash/authorisation';

interface Record {
  readonly partnershipId: string;
}

/** Restriction and conflicts of interest are kept by `decision`; this service holds none of it yet. */
export const contactSubject = (contact: Record & { contactId: string; authorId: string }): Subject<'Contact'> => ({
  kind: 'Contact',
  id: contact.contactId,
  partnershipId: contact.partnershipId,
  authorId: contact.authorId,
  ...openToTheHub,
});

export const enquirySubject = ({ enquiryId, partnershipId }: Record & { enquiryId: string }): Subject<'Enquiry'> => ({
  kind: 'Enquiry',
  id: enquiryId,
  partnershipId,
  ...openToTheHub,
});

export const personSubject = ({ personId, partnershipId }: Record & { personId: string }): Subject<'Person'> => ({
  kind: 'Person',
  id: personId,
  partnershipId,
});
