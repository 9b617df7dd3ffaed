import { z } from 'zod';
import { ContactSource, ReferrerKind } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, ContactId, EnquiryId, Instant } from '../core/ids';

/** Announced once a contact is kept: the concern itself stays sealed, and is read through `sharing` alone. */
export const ContactRecordedV1 = defineEvent({
  type: 'contact-intake.contact-recorded',
  version: 1,
  topic: 'mash.contact-intake.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    contactId: ContactId,
    reference: z.string().describe('The random reference the referrer was given'),
    enquiryReference: z.string().describe('The random reference of the enquiry'),
    receivedAt: Instant.describe('When the hub really received it; clocks start here'),
    recordedAt: Instant.describe('When it was written down'),
    source: ContactSource.describe('Census code of the source'),
    referrerKind: ReferrerKind.describe('What sort of caller; decides how they can be told'),
    referrerAgencyId: AgencyId.optional().describe('Agency of a professional referrer'),
    urgent: z.boolean().describe('A child may be in danger now'),
    keyIds: z.array(z.string()).describe('Keys the contact was sealed to; bound to this enquiry by `sharing`'),
    linkedContactId: ContactId.optional().describe('An earlier contact that this one adds to'),
    people: z
      .object({
        children: z.number().int().nonnegative().describe('Children born'),
        unborn: z.number().int().nonnegative().describe('Unborn children'),
        adults: z.number().int().nonnegative().describe('Adults'),
      })
      .describe('How many were mentioned'),
    presentingIssues: z.array(z.string()).describe('Coded issues the referrer ticked (pack codes)'),
    repeatContacts12Months: z.number().int().nonnegative().describe('Earlier contacts about the same mentioned people'),
  }),
});
export type ContactRecordedV1 = EventOf<typeof ContactRecordedV1>;
