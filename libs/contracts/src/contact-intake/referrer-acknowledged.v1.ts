import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { ContactId, EnquiryId, Id, Instant } from '../core/ids';

/** The referrer was told something, or the telling became a task for a person. */
export const ReferrerAcknowledgedV1 = defineEvent({
  type: 'contact-intake.referrer-acknowledged',
  version: 1,
  topic: 'mash.contact-intake.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    contactId: ContactId,
    acknowledgementId: Id.describe('This acknowledgement'),
    kind: z.enum(['receipt', 'outcome']).describe('That we have it, or what happened'),
    method: z
      .enum(['email', 'telephone_task', 'none'])
      .describe('How; none where they have the reference already, or left no way'),
    feedbackId: Id.optional().describe('The feedback it answers'),
    letterId: Id.optional().describe(
      'The letter that they, or whoever is to ring them, were told of. Left out where they were told nothing',
    ),
    at: Instant.describe('When the referrer was told or the task raised'),
  }),
});
export type ReferrerAcknowledgedV1 = EventOf<typeof ReferrerAcknowledgedV1>;
