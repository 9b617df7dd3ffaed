import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Instant } from '../core/ids';

/** An obligation of the hub has passed its time. */
export const ClockBreachedV1 = defineEvent({
  type: 'decision.clock-breached',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    clock: z.string().describe('Code of the obligation'),
    dueAt: Instant.describe('When it was due'),
    breachedAt: Instant.describe('When the breach was noticed'),
  }),
});
export type ClockBreachedV1 = EventOf<typeof ClockBreachedV1>;
