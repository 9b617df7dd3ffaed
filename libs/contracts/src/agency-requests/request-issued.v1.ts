import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant, PersonId } from '../core/ids';

/** A line was permitted and now stands on the agency's worklist. Carries the public key that the answer is sealed to. */
export const RequestIssuedV1 = defineEvent({
  type: 'agency-requests.request-issued',
  version: 1,
  topic: 'mash.agency-requests.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    requestId: Id,
    lineId: Id,
    agencyId: AgencyId,
    personId: PersonId,
    answerKeyId: z.string(),
    answerKey: z.record(z.string(), z.string()).describe('Public JWK (X25519)'),
    dueAt: Instant,
    issuedAt: Instant,
  }),
});
export type RequestIssuedV1 = EventOf<typeof RequestIssuedV1>;
