import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** A REVIEW waits for the next people on its ladder. Once for each level. Who they are is read in `sharing`, under one's own permissions. */
export const ReviewReachedLevelV1 = defineEvent({
  type: 'sharing.review-reached-level',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    reviewId: Id.describe('The REVIEW that waits'),
    level: z
      .enum(['releaser', 'deputy', 'senior', 'hub_and_ig'])
      .describe('Where it has come to; `releaser` is where each begins'),
    route: z.enum(['desk', 'duty']).describe('`duty`: the hub is shut, so the out-of-hours route is told'),
    toldAccounts: z.array(z.string().describe('Account id')).describe('Those who are told by this'),
    reachedAt: Instant.describe('The instant of its clock at which it came there'),
  }),
});
export type ReviewReachedLevelV1 = EventOf<typeof ReviewReachedLevelV1>;
