import { z } from 'zod';
import { OutcomeCode } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant, PersonId } from '../core/ids';

/** A manager has decided for each child of the named roster version. The rationale stays sealed. */
export const DecisionMadeV1 = defineEvent({
  type: 'decision.decision-made',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    decisionId: Id,
    decisionVersion: z.number().int().positive(),
    rosterVersion: z.number().int().nonnegative(),
    outcomes: z.array(z.object({ personId: PersonId, outcome: OutcomeCode })),
    decidedBy: z.string(),
    decidedAt: Instant,
  }),
});
export type DecisionMadeV1 = EventOf<typeof DecisionMadeV1>;
