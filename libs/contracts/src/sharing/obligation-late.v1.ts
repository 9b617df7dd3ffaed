import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** A task that follows from a sharing decision has passed its time, and is now its owner's senior's to see too. Once for each task. */
export const ObligationLateV1 = defineEvent({
  type: 'sharing.obligation-late',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    obligationId: Id.describe('The task'),
    dueAt: Instant.describe('When it was due'),
    noticedAt: Instant.describe('When it was seen to be late'),
  }),
});
export type ObligationLateV1 = EventOf<typeof ObligationLateV1>;
