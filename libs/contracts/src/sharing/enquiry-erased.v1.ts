import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** The keys of an enquiry were destroyed. Every service now removes what is plain and personal of it, and says when it has. */
export const EnquiryErasedV1 = defineEvent({
  type: 'sharing.enquiry-erased',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    erasureId: Id.describe('The erasure that two people agreed on'),
    keyIds: z.array(z.string()).describe('Ids of the keys that were destroyed: drafts sealed to them go too'),
    heldEnquiryIds: z
      .array(EnquiryId)
      .optional()
      .describe('Enquiries under legal hold at that moment: whom their searches met stays as they were found'),
    erasedAt: Instant.describe('When the keys were destroyed'),
  }),
});
export type EnquiryErasedV1 = EventOf<typeof EnquiryErasedV1>;
