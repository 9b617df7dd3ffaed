import { z } from 'zod';
import { RouteTeam } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** The receiving team has taken the case, or has sent it back with a reason (kept sealed). */
export const CaseAnsweredV1 = defineEvent({
  type: 'decision.case-answered',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    routeId: Id,
    team: RouteTeam,
    answer: z.enum(['accepted', 'returned']),
    reasonCode: z.string().optional().describe('Coded reason of a return'),
    answeredAt: Instant,
  }),
});
export type CaseAnsweredV1 = EventOf<typeof CaseAnsweredV1>;
