import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant } from '../core/ids';

/** A line that an agency was asked is not to be answered any more, or not before a human has looked again. Why is read in `sharing`. */
export const RequestRecalledV1 = defineEvent({
  type: 'agency-requests.request-recalled',
  version: 1,
  topic: 'mash.agency-requests.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    requestId: Id.describe('The request to one agency'),
    lineId: Id.describe('The line: one person, one category'),
    agencyId: AgencyId.describe('The agency that was asked'),
    state: z.enum(['held', 'recalled']).describe('Held until a human has looked, or recalled'),
    owed: z.boolean().describe('Whether the agency still owes an answer to anything else of this request'),
    recalledAt: Instant.describe('When'),
  }),
});
export type RequestRecalledV1 = EventOf<typeof RequestRecalledV1>;
