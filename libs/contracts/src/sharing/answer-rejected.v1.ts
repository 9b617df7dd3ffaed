import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant } from '../core/ids';

/** A sealed answer was refused: copied, relabelled, wrongly keyed or unreadable. */
export const AnswerRejectedV1 = defineEvent({
  type: 'sharing.answer-rejected',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    requestId: Id.describe('The request that it answers'),
    answerId: Id.describe('The answer'),
    agencyId: AgencyId.describe('The agency that answered'),
    reasonCode: z.string().describe('Stable code of the refusal'),
    rejectedAt: Instant.describe('When it was refused'),
  }),
});
export type AnswerRejectedV1 = EventOf<typeof AnswerRejectedV1>;
