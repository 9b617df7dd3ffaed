import { z } from 'zod';
import { PackRef } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { ContactId, EnquiryId, Instant } from '../core/ids';

/** The hub has opened its work on a contact and its clocks run. Pins the pack and version for the enquiry's whole life. */
export const EnquiryOpenedV1 = defineEvent({
  type: 'decision.enquiry-opened',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    contactId: ContactId,
    reference: z.string().describe('Random enquiry reference'),
    pack: PackRef.describe('Pack and version that hold for the life of the enquiry'),
    openedAt: Instant.describe('When the enquiry was opened'),
    clocks: z
      .array(z.object({ code: z.string().describe('Which obligation'), dueAt: Instant.describe('By when') }))
      .describe('Obligations that run from the start'),
  }),
});
export type EnquiryOpenedV1 = EventOf<typeof EnquiryOpenedV1>;
