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
    routeId: Id.describe('The route that is answered'),
    team: RouteTeam.describe('The team that answered'),
    answer: z.enum(['accepted', 'returned']).describe('Whether the team took the case'),
    reasonCode: z.string().optional().describe('Coded reason of a return'),
    answeredAt: Instant.describe('When it answered'),
  }),
});
export type CaseAnsweredV1 = EventOf<typeof CaseAnsweredV1>;
