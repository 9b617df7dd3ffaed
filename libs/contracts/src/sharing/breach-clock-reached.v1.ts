import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** The 72 hours of a personal data breach (UK GDPR article 33(1)) come to their end, or have passed, with neither a notification nor a reason for none. Once for each, and anew where the clock was stopped and set going again. */
export const BreachClockReachedV1 = defineEvent({
  type: 'sharing.breach-clock-reached',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    breachId: Id.describe('The breach record'),
    reached: z.enum(['due_soon', 'passed']).describe('`due_soon`: 24 hours are left'),
    dueAt: Instant.describe('72 hours after becoming aware'),
    noticedAt: Instant.describe('When this was seen'),
  }),
});
export type BreachClockReachedV1 = EventOf<typeof BreachClockReachedV1>;
