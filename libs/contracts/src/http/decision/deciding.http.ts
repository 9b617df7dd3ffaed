import { z } from 'zod';
import { Colour, OutcomeCode, RouteTeam } from '../../core/codes';
import { Sealed } from '../sealed';
import { LeftMinutes } from './queue.http';

/** POST /enquiries/:enquiryId/decisions (mash-manager). Every child on the roster version named must have an outcome (DECISION.CHILD_WITHOUT_OUTCOME). */
export const MakeDecision = z.strictObject({
  expectedVersion: z.number().int().nonnegative(),
  rosterVersion: z.number().int().nonnegative(),
  outcomes: z
    .array(z.strictObject({ personId: z.uuid(), outcome: OutcomeCode }))
    .min(1)
    .max(40),
  agencyViews: z
    .array(
      z.strictObject({ agencyId: z.string().max(60), view: z.enum(['agrees', 'disagrees', 'no_view', 'no_answer']) }),
    )
    .max(30),
  unansweredConfirmed: z
    .array(z.uuid())
    .max(60)
    .describe('Requests without an answer that the manager decides without, each confirmed'),
  strategy: z.enum(['held', 'considered_not_held', 'not_indicated']),
  whoTellsFamily: z.enum(['hub', 'receiving_team', 'referrer', 'not_safe_to_tell']),
  sealed: Sealed.describe('Rationale, hub part, typ `decision`'),
});
export type MakeDecision = z.infer<typeof MakeDecision>;

/** POST /enquiries/:enquiryId/routes: the outward product was put together by `sharing` first. */
export const RouteCase = z.strictObject({
  decisionId: z.uuid(),
  team: RouteTeam,
  personIds: z.array(z.uuid()).min(1).max(40),
  productId: z
    .uuid()
    .describe(
      'The handover that goes with it. Nobody is given the case before `sharing` has said that it may go, to this agency and about these people',
    ),
  toAgencyId: z
    .string()
    .min(1)
    .max(60)
    .describe('The agency that it goes to, of those that have such a team: its staff alone find it in their inbox'),
});
export type RouteCase = z.infer<typeof RouteCase>;

/** POST /enquiries/:enquiryId/decisions/:decisionId/dissents (any agency asked, and hub roles) */
export const RaiseDissent = z.strictObject({
  ground: z.enum(['threshold', 'more_information', 's47', 'information_sharing', 'other']),
  stage: z.enum(['1', '2', '3']),
  sealed: Sealed,
});
export type RaiseDissent = z.infer<typeof RaiseDissent>;

/** GET /inbox (receiving team), GET /inbox/:routeId, POST /inbox/:routeId/accept, POST /inbox/:routeId/return */
export const InboxItem = z.object({
  routeId: z.uuid(),
  enquiryId: z.uuid(),
  reference: z.string(),
  team: RouteTeam,
  colour: Colour.optional(),
  outcomes: z.array(z.object({ personId: z.uuid(), outcome: OutcomeCode })),
  receivedAt: z.iso.datetime().describe('Original date of the contact'),
  decidedAt: z.iso.datetime(),
  routedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  leftMinutes: LeftMinutes.optional(),
  state: z.enum(['waiting', 'accepted', 'returned']),
  productId: z.uuid().optional(),
  answeredAt: z.iso.datetime().optional(),
  workerName: z.string().optional(),
});
export type InboxItem = z.infer<typeof InboxItem>;
export const Inbox = z.object({ items: z.array(InboxItem), lastTakenAt: z.iso.datetime().optional() });
export const AcceptCase = z.strictObject({ workerName: z.string().trim().min(1).max(100) });
export type AcceptCase = z.infer<typeof AcceptCase>;
export const ReturnCase = z.strictObject({
  reasonCode: z.enum(['threshold_not_met', 'already_open', 'wrong_team', 'more_information', 'other_area']),
  sealed: Sealed,
});
export type ReturnCase = z.infer<typeof ReturnCase>;

/** POST /enquiries/:enquiryId/feedback */
export const SendFeedback = z.strictObject({
  decisionId: z.uuid(),
  extent: z.enum(['full', 'limited', 'receipt_only', 'withheld']),
  letterId: z.uuid().optional(),
  withheldReason: z
    .enum(['do_not_alert', 'linked_to_alleged_perpetrator', 'anonymous', 'holder_refused', 'safety'])
    .optional(),
  replaces: z
    .uuid()
    .optional()
    .describe(
      'The letter that waits and that this is said instead of: it never goes. Unless it is named, a letter that waits stands',
    ),
});
export type SendFeedback = z.infer<typeof SendFeedback>;
