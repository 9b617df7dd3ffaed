import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant, PersonId } from '../core/ids';

/** A sealed answer has been kept. `sharing` checks it and says accepted or rejected. */
export const AnswerReceivedV1 = defineEvent({
  type: 'agency-requests.answer-received',
  version: 1,
  topic: 'mash.agency-requests.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    requestId: Id.describe('The request that is answered'),
    answerId: Id.describe('This answer'),
    agencyId: AgencyId.describe('The agency that answers'),
    envelopes: z
      .array(
        z.object({
          envelopeId: Id.describe('The sealed envelope'),
          personId: PersonId.describe('The person it is about'),
          sha256: z.string().describe('SHA-256 of the envelope as kept'),
        }),
      )
      .describe('One envelope for each person'),
    complete: z.boolean().describe('Nothing more is to come from this agency'),
    late: z.boolean().describe('It came after its due time'),
    receivedAt: Instant.describe('When it was kept'),
  }),
});
export type AnswerReceivedV1 = EventOf<typeof AnswerReceivedV1>;
