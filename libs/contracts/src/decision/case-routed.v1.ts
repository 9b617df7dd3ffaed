import { z } from 'zod';
import { RouteTeam } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant, PersonId } from '../core/ids';

/** The case went to a receiving team, with an outward product made of released items only. */
export const CaseRoutedV1 = defineEvent({
  type: 'decision.case-routed',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    decisionId: Id,
    routeId: Id,
    team: RouteTeam,
    personIds: z.array(PersonId),
    productId: Id.optional().describe('The outward product in `sharing`'),
    dueAt: Instant.describe('By when the team accepts or returns'),
    routedAt: Instant,
  }),
});
export type CaseRoutedV1 = EventOf<typeof CaseRoutedV1>;
