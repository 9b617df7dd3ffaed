import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { ContactId, EnquiryId, Id, Instant } from '../core/ids';

/** The referrer is to be told. The letter, where there is one, is an outward product of `sharing`. */
export const FeedbackDueV1 = defineEvent({
  type: 'decision.feedback-due',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    contactId: ContactId,
    decisionId: Id.describe('The decision that the referrer is told of'),
    feedbackId: Id.describe('This telling'),
    extent: z.enum(['full', 'limited', 'receipt_only', 'withheld']).describe('How much the rules allow'),
    letterId: Id.optional().describe('The sealed letter'),
    dueAt: Instant.describe('By when the referrer is told'),
  }),
});
export type FeedbackDueV1 = EventOf<typeof FeedbackDueV1>;
