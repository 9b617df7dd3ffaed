import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Instant } from '../core/ids';

/** The register of agencies or an agreement has changed, and lines of this enquiry that rest on it are decided again. */
export const FactsOvertakenV1 = defineEvent({
  type: 'sharing.facts-overtaken',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    source: z.enum(['register', 'agreements']).describe('What has a newer version'),
    changedAt: Instant.describe('When it changed'),
  }),
});
export type FactsOvertakenV1 = EventOf<typeof FactsOvertakenV1>;
