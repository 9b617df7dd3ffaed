import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant, PersonId } from '../core/ids';
import { KeyLease } from '../http/sharing/keys.http';

/**
 * A line was permitted and now stands on the agency's worklist. Carries the key that the answer is sealed to, as `sharing` signed it: whoever
 * seals verifies the lease and believes no bare key.
 */
export const RequestIssuedV1 = defineEvent({
  type: 'agency-requests.request-issued',
  version: 1,
  topic: 'mash.agency-requests.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    requestId: Id.describe('The request to one agency'),
    lineId: Id.describe('The permitted line: one person, one category'),
    agencyId: AgencyId.describe('The agency that is asked'),
    mayBeNamed: z
      .boolean()
      .optional()
      .describe('Its name says nothing of what it knows, so that every list of the hub may show it. Absent: not known'),
    personId: PersonId.describe('The person it is asked about'),
    answerKeyId: z.string().describe('Id of the key that the answer is sealed to'),
    answerKey: z
      .record(z.string(), z.string())
      .describe('Public JWK (X25519), bare: nothing is sealed to it unless its lease says the same'),
    answerLease: KeyLease.optional().describe('The key as `sharing` signed it, with its partnership, enquiry and end'),
    dueAt: Instant.describe('By when the agency answers'),
    issuedAt: Instant.describe('When it reached the worklist'),
  }),
});
export type RequestIssuedV1 = EventOf<typeof RequestIssuedV1>;
