import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** A recall has come to its end. */
export const RecallClosedV1 = defineEvent({
  type: 'sharing.recall-closed',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    recallId: Id.describe('The recall'),
    how: z
      .enum(['nobody_saw', 'all_confirmed', 'identity_confirmed', 'manager'])
      .describe('`manager`: closed with a reason though not everybody confirmed'),
    closedAt: Instant.describe('When it closed'),
  }),
});
export type RecallClosedV1 = EventOf<typeof RecallClosedV1>;
