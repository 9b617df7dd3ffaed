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
} from '../core/codes';
import { Sealed } from './sealed';

/** One running, paused, met or breached obligation. Words are the console's; `dueAt` is already in the pack's working time. */
export const ClockView = z.object({
  code: z.enum([
    'acknowledge',
    'screen',
    'rate',
    'agency-return',
    'decide',
    'feedback',
    'route-answer',
    'protection-review',
  ]),
  startedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  basis: z.enum(['elapsed', 'working']),
  state: z.enum(['running', 'met', 'breached', 'paused']),
  metAt: z.iso.datetime().optional(),
  assumed: z.boolean().describe('No source gives the value; the pack assumes it'),
  changed: z
    .object({ at: z.iso.datetime(), fromDueAt: z.iso.datetime(), rule: z.string() })
    .optional()
    .describe('A rating moved it last: when, from which due time, by which setting of the pack'),
});
export type ClockView = z.infer<typeof ClockView>;

export const EnquiryStage = z.enum([
  'new',
  'screening',
  'rated',
  'asking',
  'with_agencies',
  'answered',
  'decided',
  'routed',
  'closed',
]);
export type EnquiryStage = z.infer<typeof EnquiryStage>;

export const NextStep = z.enum([
  'screen',
  'rate',
  'send',
  'chase',
  'decide',
  'look_again',
  'route',
  'feedback',
  'wait',
  'done',
]);
export type NextStep = z.infer<typeof NextStep>;

/** A row of GET /queue?view=mine|unclaimed|with-agencies|all&page=1 . Late first, Red on top. No names. */
export const QueueRow = z.object({
  enquiryId: z.uuid(),
  reference: z.string(),
  colour: Colour.optional(),
  urgent: z.boolean(),
  protection: z.boolean().describe('Immediate protection is running'),
  stage: EnquiryStage,
  nextStep: NextStep,
  clock: ClockView.optional().describe('The clock that matters most now'),
  receivedAt: z.iso.datetime(),
  people: z.array(z.object({ personId: z.uuid(), kind: PersonKind, ageBand: AgeBand })),
  presentingIssues: z.array(z.string()),
  repeatContacts12Months: z.number().int(),
  asked: z.number().int(),
  answered: z.number().int(),
  late: z.number().int(),
  lateAgencies: z.array(z.string()),
  ownerId: z.string().optional(),
  flagged: z.boolean(),
  restricted: z.boolean().describe('Named people alone see this row'),
});
export type QueueRow = z.infer<typeof QueueRow>;
export const Queue = z.object({
  counts: z.object({ mine: z.number(), unclaimed: z.number(), withAgencies: z.number(), all: z.number() }),
  rows: z.array(QueueRow),
  page: z.number().int(),
  pages: z.number().int(),
  lastArrivalAt: z.iso.datetime().optional(),
});
export type Queue = z.infer<typeof Queue>;

/** POST /queue/take-next: claims the top row for the actor. 204 where nothing waits. */
export const Taken = z.object({ enquiryId: z.uuid(), reference: z.string(), nextStep: NextStep });
export type Taken = z.infer<typeof Taken>;

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
          agencyId: z.string(),
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
      state: z.enum(['waiting', 'accepted', 'returned']),
      answeredAt: z.iso.datetime().optional(),
      reasonCode: z.string().optional(),
    }),
  ),
  feedback: z.array(
    z.object({
      feedbackId: z.uuid(),
      extent: z.string(),
      letterId: z.uuid().optional(),
      held: z.boolean().optional().describe('The letter waits for a human: nobody has been written to'),
      sentAt: z.iso.datetime(),
      acknowledgedAt: z.iso.datetime().optional(),
    }),
  ),
});
export type EnquiryView = z.infer<typeof EnquiryView>;

export const StrategyStep = z.enum(['considered', 'started', 'held', 'not_held']);
export type StrategyStep = z.infer<typeof StrategyStep>;

/** GET /enquiries/:enquiryId/strategy-discussions (hub): every discussion with its steps, oldest first. What was said is sealed. */
export const StrategyDiscussions = z.object({
  discussions: z.array(
    z.object({
      discussionId: z.uuid(),
      standing: StrategyStep.describe('Its newest step'),
      mayBecome: z.array(StrategyStep).describe('The steps that can follow'),
      steps: z.array(
        z.object({
          stepId: z.uuid(),
          step: StrategyStep,
          agencies: z.array(z.string()),
          takenBy: z.string(),
          takenAt: z.iso.datetime(),
          sealed: Sealed.optional(),
        }),
      ),
    }),
  ),
});
export type StrategyDiscussions = z.infer<typeof StrategyDiscussions>;

/**
 * POST /enquiries/:enquiryId/strategy-discussions/:discussionId/steps (who may rate). A discussion is considered, started with named agencies, and held; or not
 * held, with a reason. Nothing has to be answered first: open REVIEWs and unanswered requests hold none of it up. While it runs, the agencies that
 * take part look as `rep_joint`. The step's id is the caller's: the same twice answers as before.
 */
export const TakeStrategyStep = z.strictObject({
  stepId: z.uuid(),
  step: StrategyStep,
  agencies: z.array(z.string().max(60)).max(30).default([]).describe('Who takes part: `started` needs at least one'),
  sealed: Sealed.optional().describe(
    'What was concluded, or why it is not held, typ `note` with noteId = stepId; `not_held` and `held` need it',
  ),
});
export type TakeStrategyStep = z.infer<typeof TakeStrategyStep>;

/** Facts the analyst states for the rating table, as the pack's typed inputs name them. */
export const RatingFacts = z.record(z.string().max(60), z.union([z.string().max(60), z.number(), z.boolean()]));
export type RatingFacts = z.infer<typeof RatingFacts>;

/** POST /enquiries/:enquiryId/rating-proposal -> the pack's table with the row that matched. Nothing is kept. */
export const ProposeRating = z.strictObject({ facts: RatingFacts });
export const RatingProposal = z.object({
  pack: PackRef,
  proposed: z.object({ colour: Colour, row: z.string(), reason: z.string() }).optional(),
  cannotPropose: z.array(z.string()).optional().describe('What the table still needs to know, in words'),
  inputs: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      type: z.enum(['choice', 'number', 'boolean']),
      options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
      known: z.union([z.string(), z.number(), z.boolean()]).optional(),
    }),
  ),
  rows: z.array(z.object({ id: z.string(), colour: Colour, reason: z.string(), when: z.string() })),
  colours: z.array(
    z.object({
      colour: Colour,
      label: z.string(),
      criteria: z.string(),
      clocks: z.array(z.object({ code: z.string(), words: z.string(), assumed: z.boolean() })),
    }),
  ),
});
export type RatingProposal = z.infer<typeof RatingProposal>;

/** POST /enquiries/:enquiryId/ratings. Managers, and analysts with clearance social-worker. With a blank roster only red is accepted (DECISION.ROSTER_BLANK). */
export const RateEnquiry = z.strictObject({
  expectedVersion: z.number().int().nonnegative().describe('How many ratings the rater saw'),
  colour: Colour,
  facts: RatingFacts,
  departureReason: z
    .enum(['seriousness', 'pattern', 'new_information', 'vulnerability', 'protective_factors', 'other'])
    .optional()
    .describe('Required where the colour is not the one proposed'),
  threshold: z.strictObject({
    level: ThresholdLevel,
    grounds: z
      .array(
        z.enum([
          'injury',
          'disclosure',
          'neglect',
          'emotional',
          'sexual',
          'domestic_abuse',
          'exploitation',
          'missing',
          'parental_capacity',
          'disability',
          'unborn_risk',
          'needs_unmet',
          'other',
        ]),
      )
      .max(13),
  }),
  strategy: z
    .enum(['held', 'considered_not_held', 'not_indicated'])
    .describe('Red asks: strategy discussion held, or why not (the reason is in the sealed part)'),
  sealed: Sealed.describe('Reasons, typ `rating`'),
});
export type RateEnquiry = z.infer<typeof RateEnquiry>;
