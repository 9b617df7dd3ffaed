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
    decisionId: Id.describe('The decision that it carries out'),
    routeId: Id.describe('This route'),
    team: RouteTeam.describe('The receiving team'),
    personIds: z.array(PersonId).describe('The children that the team is given'),
    toAgencyId: z.string().optional().describe('The agency whose team it is, where the hub said which'),
    productId: Id.optional().describe('The outward product in `sharing`'),
    dueAt: Instant.describe('By when the team accepts or returns'),
    routedAt: Instant.describe('When it was sent'),
  }),
});
export type CaseRoutedV1 = EventOf<typeof CaseRoutedV1>;
