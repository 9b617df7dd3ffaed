import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant } from '../core/ids';

/** Immediate protection was pressed: police and social care (out of hours: the emergency duty team) are being told. */
export const ProtectionStartedV1 = defineEvent({
  type: 'decision.protection-started',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    protectionId: Id,
    recipients: z.array(
      z.object({ agencyId: AgencyId, noticeId: Id, team: z.enum(['police', 'social-care', 'emergency-duty']) }),
    ),
    outOfHours: z.boolean(),
    startedAt: Instant,
  }),
});
export type ProtectionStartedV1 = EventOf<typeof ProtectionStartedV1>;
