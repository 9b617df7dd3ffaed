import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Instant } from '../core/ids';

/** A day has come that changes a fact of this enquiry with nobody saying anything: an age, a finding that is too old, an agreement, a law. What rests on it is decided again. */
export const DatePassedV1 = defineEvent({
  type: 'sharing.date-passed',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    passedBy: Instant.describe('By when it had passed; not which date, nor whose'),
  }),
});
export type DatePassedV1 = EventOf<typeof DatePassedV1>;
