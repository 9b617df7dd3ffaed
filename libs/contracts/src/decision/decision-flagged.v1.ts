import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** Something came after the decision that a manager must look at again. */
export const DecisionFlaggedV1 = defineEvent({
  type: 'decision.decision-flagged',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    decisionId: Id.describe('The decision to look at again'),
    because: z.enum(['late_answer', 'roster_changed', 'case_returned']).describe('What came after the decision'),
    causeId: Id.describe('The answer, roster or route that raised the flag'),
    flaggedAt: Instant.describe('When the flag was raised'),
  }),
});
export type DecisionFlaggedV1 = EventOf<typeof DecisionFlaggedV1>;
