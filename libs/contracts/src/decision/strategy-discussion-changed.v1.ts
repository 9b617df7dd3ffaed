import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** A strategy discussion was considered, started, held, or not held with a reason. Who took part is read in `decision`. */
export const StrategyDiscussionChangedV1 = defineEvent({
  type: 'decision.strategy-discussion-changed',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    discussionId: Id.describe('The discussion'),
    step: z.enum(['considered', 'started', 'held', 'not_held']).describe('What happened'),
    at: Instant.describe('When it happened'),
  }),
});
export type StrategyDiscussionChangedV1 = EventOf<typeof StrategyDiscussionChangedV1>;
