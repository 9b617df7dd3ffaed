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
    protectionId: Id.describe('This press of Immediate protection'),
    recipients: z
      .array(
        z.object({
          agencyId: AgencyId.describe('Agency that is told'),
          noticeId: Id.describe('The sealed notice to it'),
          team: z.enum(['police', 'social-care', 'emergency-duty']).describe('The team inside the agency'),
        }),
      )
      .describe('Who is told'),
    outOfHours: z.boolean().describe("Pressed outside the hub's hours: the emergency duty team is told"),
    startedAt: Instant.describe('When it was pressed'),
  }),
});
export type ProtectionStartedV1 = EventOf<typeof ProtectionStartedV1>;
