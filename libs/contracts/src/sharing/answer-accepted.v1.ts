import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant } from '../core/ids';

/** A sealed answer opened, was what it said it was, and may now be released item by item. */
export const AnswerAcceptedV1 = defineEvent({
  type: 'sharing.answer-accepted',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    requestId: Id,
    answerId: Id,
    agencyId: AgencyId,
    complete: z.boolean(),
    late: z.boolean(),
    acceptedAt: Instant,
  }),
});
export type AnswerAcceptedV1 = EventOf<typeof AnswerAcceptedV1>;
