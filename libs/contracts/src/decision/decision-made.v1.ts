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
    decisionId: Id.describe('This decision'),
    decisionVersion: z.number().int().positive().describe('Counts the decisions of this enquiry'),
    rosterVersion: z.number().int().nonnegative().describe('The roster version whose children it covers'),
    outcomes: z
      .array(
        z.object({
          personId: PersonId.describe('The child'),
          outcome: OutcomeCode.describe('What was decided for that child'),
        }),
      )
      .describe('One outcome for each child of that roster version'),
    decidedBy: z.string().describe('Account accountable for the decision'),
    decidedAt: Instant.describe('When it was decided'),
  }),
});
export type DecisionMadeV1 = EventOf<typeof DecisionMadeV1>;
