import { z } from 'zod';
import { Category, Purpose } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant, PersonId } from '../core/ids';

/** An analyst pressed Send: one line (person, category) to one agency waits for the sharing decision. Asking is itself a disclosure. */
export const RequestProposedV1 = defineEvent({
  type: 'agency-requests.request-proposed',
  version: 1,
  topic: 'mash.agency-requests.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    requestId: Id,
    lineId: Id.describe('Each line is decided and issued singly'),
    agencyId: AgencyId,
    personId: PersonId,
    category: Category,
    existenceOnly: z.boolean().describe('Only whether they are known'),
    purpose: Purpose,
    textHash: z.string().describe('SHA-256 of the purpose text recorded'),
    rosterVersion: z.number().int().nonnegative(),
    ratingVersion: z
      .number()
      .int()
      .positive()
      .describe('The rating the asking rests on; a reader waits until it has seen it'),
    thresholdVersion: z.number().int().positive(),
    need: z.enum(['yes', 'no', 'unclear']).describe('Whether a person named the worry this answers'),
    wholeRecord: z.boolean(),
    proposedAt: Instant,
  }),
});
export type RequestProposedV1 = EventOf<typeof RequestProposedV1>;
