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
    requestId: Id.describe('The request that it answers'),
    answerId: Id.describe('The answer'),
    agencyId: AgencyId.describe('The agency that answered'),
    complete: z.boolean().describe('Nothing more is to come from this agency'),
    late: z.boolean().describe('It came after its due time'),
    receivedAt: Instant.optional().describe('When it was given: what was asked after that it does not answer'),
    acceptedAt: Instant.describe('When it was checked'),
  }),
});
export type AnswerAcceptedV1 = EventOf<typeof AnswerAcceptedV1>;
