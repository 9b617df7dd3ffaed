import { z } from 'zod';
import {
  AgeBand,
  Colour,
  OutcomeCode,
  PackRef,
  PersonKind,
  PersonRelation,
  RouteTeam,
  ThresholdLevel,
} from '../../core/codes';
import { Sealed } from '../sealed';
import { ClockView, QueueRow } from './queue.http';

/** GET /enquiries/:enquiryId and GET /enquiries/by-reference/:reference */
export const EnquiryView = QueueRow.extend({
  contactId: z.uuid(),
  pack: PackRef,
  openedAt: z.iso.datetime(),
  brokenGlass: z
    .object({ glassId: z.uuid(), brokenAt: z.iso.datetime(), endsAt: z.iso.datetime() })
    .optional()
    .describe('Nobody named the reader: they broke the glass, and it is open to them until then'),
  openCase: z.boolean(),
  rosterVersion: z.number().int(),
  rosterConfirmed: z.boolean(),
  people: z.array(z.object({ personId: z.uuid(), kind: PersonKind, ageBand: AgeBand, relation: PersonRelation })),
  clocks: z.array(ClockView),
  ratings: z.array(
    z.object({
      ratingId: z.uuid(),
      version: z.number().int(),
      colour: Colour,
      proposedColour: Colour.optional(),
      proposedRow: z.string().optional(),
      departed: z.boolean(),
      ratedBy: z.string(),
      ratedByRole: z.string(),
      ratedAt: z.iso.datetime(),
      sealed: Sealed,
    }),
  ),
  thresholds: z.array(
    z.object({
      level: ThresholdLevel,
      version: z.number().int(),
      judgedBy: z.string(),
      judgedAt: z.iso.datetime(),
      grounds: z.array(z.string()),
    }),
  ),
  protections: z.array(
    z.object({
      protectionId: z.uuid(),
      startedBy: z.string(),
      startedAt: z.iso.datetime(),
      outOfHours: z.boolean(),
      notices: z.array(
        z.object({
          noticeId: z.uuid(),
          agencyId: z.string(),
          team: z.string(),
          receivedAt: z.iso.datetime().optional(),
          receivedBy: z.string().optional(),
          recalledAt: z.iso.datetime().optional(),
        }),
      ),
    }),
  ),
  decisions: z.array(
    z.object({
      decisionId: z.uuid(),
      version: z.number().int(),
      rosterVersion: z.number().int(),
      decidedBy: z.string(),
      decidedAt: z.iso.datetime(),
      outcomes: z.array(z.object({ personId: z.uuid(), outcome: OutcomeCode })),
      agencyViews: z.array(
        z.object({ agencyId: z.string(), view: z.enum(['agrees', 'disagrees', 'no_view', 'no_answer']) }),
      ),
      strategy: z.enum(['held', 'considered_not_held', 'not_indicated']),
      whoTellsFamily: z.string(),
      sealed: Sealed,
      flags: z.array(z.object({ because: z.string(), at: z.iso.datetime(), clearedAt: z.iso.datetime().optional() })),
      dissents: z.array(
        z.object({
          dissentId: z.uuid(),
          agencyId: z.string().describe('NOT_NAMED_AGENCY where the reader may not know it; in `agencyViews` likewise'),
          ground: z.string(),
          stage: z.string(),
          raisedAt: z.iso.datetime(),
          dueAt: z.iso.datetime(),
          sealed: Sealed,
        }),
      ),
    }),
  ),
  routes: z.array(
    z.object({
      routeId: z.uuid(),
      decisionId: z.uuid(),
      team: RouteTeam,
      personIds: z.array(z.uuid()),
      productId: z.uuid().optional(),
      routedAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      state: z
        .enum(['held', 'waiting', 'accepted', 'returned'])
        .describe('held: nobody has said yet that its handover may go, and the team has been given nothing'),
      answeredAt: z.iso.datetime().optional(),
      reasonCode: z.string().optional(),
      notGone: z.literal(true).optional().describe('It is held, or came back before its team was given anything'),
    }),
  ),
  feedback: z.array(
    z.object({
      feedbackId: z.uuid(),
      extent: z.string(),
      letterId: z.uuid().optional(),
      held: z
        .boolean()
        .optional()
        .describe('The letter waits for a human, or it is not known yet that it may go: nobody has been written to'),
      refused: z
        .boolean()
        .optional()
        .describe('The letter does not go: the referrer is to be told otherwise, or it is recorded why not'),
      overtaken: z
        .enum(['decided_again', 'told_otherwise'])
        .optional()
        .describe(
          'The letter had not gone when it was decided again, or when something else was said of the same decision: it never goes',
        ),
      sentAt: z.iso.datetime(),
      acknowledgedAt: z.iso.datetime().optional(),
      toldBy: z
        .enum(['email', 'telephone_task', 'none'])
        .optional()
        .describe('How: by mail, by somebody who is asked to ring, or not at all; not known of what was told earlier'),
    }),
  ),
});
export type EnquiryView = z.infer<typeof EnquiryView>;
