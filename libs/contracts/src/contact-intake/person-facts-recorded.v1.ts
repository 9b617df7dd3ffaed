import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Instant } from '../core/ids';

/**
 * Somebody has put on record that a person of an enquiry is competent, objects, is in dispute, or has parental responsibility. Which of these,
 * and of whom, is read under `facts:read`: the event says that something newer is there.
 */
export const PersonFactsRecordedV1 = defineEvent({
  type: 'contact-intake.person-facts-recorded',
  version: 1,
  topic: 'mash.contact-intake.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    version: z.number().int().positive().describe('Counts what was put on record in this enquiry: the newest counts'),
    recordedAt: Instant.describe('When it was put on record'),
  }),
});
export type PersonFactsRecordedV1 = EventOf<typeof PersonFactsRecordedV1>;
