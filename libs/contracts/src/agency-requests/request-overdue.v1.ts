import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant } from '../core/ids';

/** An agency has not answered in time. Silence is shown, not hidden. */
export const RequestOverdueV1 = defineEvent({
  type: 'agency-requests.request-overdue',
  version: 1,
  topic: 'mash.agency-requests.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    requestId: Id.describe('The request that is late'),
    agencyId: AgencyId.describe('The agency that has not answered'),
    dueAt: Instant.describe('When the answer was due'),
    noticedAt: Instant.describe('When the lateness was noticed'),
  }),
});
export type RequestOverdueV1 = EventOf<typeof RequestOverdueV1>;
