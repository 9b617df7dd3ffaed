import { z } from 'zod';
import { Category, Purpose } from '../core/codes';
import { NeedSaid } from '../core/need-said';
import { StatutoryTask } from '../core/statutory-task';
import { LeftMinutes } from './decision/queue.http';
import { Sealed, SealedAsItLies } from './sealed';
import { KeyLease } from './sharing/keys.http';

/** GET /enquiries/:enquiryId/plan: what the pack says to ask for this colour and this roster; nothing is asked until an analyst presses Send. */
export const PlanLine = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  personId: z.uuid(),
  category: Category,
  existenceOnly: z.boolean(),
  suggested: z.boolean().describe('Ticked by the pack'),
  why: z.string(),
  alreadyAsked: z.boolean(),
  askedNotShown: z
    .boolean()
    .optional()
    .describe('Whether it was asked is not shown to this reader: it is neither suggested nor asked anew (R-EX-01)'),
});
export type PlanLine = z.infer<typeof PlanLine>;
export const ResearchPlan = z.object({
  enquiryId: z.uuid(),
  ratingVersion: z.number().int(),
  rosterVersion: z.number().int(),
  thresholdVersion: z.number().int(),
  purpose: Purpose.describe('The work that the threshold opens'),
  purposes: z.array(Purpose).optional().describe('What agencies can be asked for, that work first'),
  dueInWords: z.string(),
  lines: z.array(PlanLine),
});
export type ResearchPlan = z.infer<typeof ResearchPlan>;

/** POST /enquiries/:enquiryId/requests (Send). The console sealed one envelope for each agency and person (typ `request`: names, identifiers, purpose text). */
export const SendRequests = z.strictObject({
  ratingVersion: z.number().int().positive(),
  rosterVersion: z.number().int().nonnegative(),
  thresholdVersion: z.number().int().positive(),
  consentVersion: z.number().int().nonnegative().optional().describe('As the preview of asking said it'),
  purpose: Purpose,
  requests: z
    .array(
      z.strictObject({
        requestId: z.uuid(),
        agencyId: z.string().min(1).max(60),
        textHash: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .describe('SHA-256 of the purpose text the agency will read'),
        task: StatutoryTask.optional().describe('The task that this text states; left out, it states none'),
        lines: z
          .array(
            z.strictObject({
              lineId: z.uuid(),
              personId: z.uuid(),
              category: Category,
              existenceOnly: z.boolean(),
              ...NeedSaid.shape,
              crossBorder: z
                .boolean()
                .optional()
                .describe('A neighbouring council: this person lives, lived or is placed there, as the asker says'),
            }),
          )
          .min(1)
          .max(80),
        envelopes: z
          .array(z.strictObject({ envelopeId: z.uuid(), personId: z.uuid(), sealed: Sealed }))
          .min(1)
          .max(40),
      }),
    )
    .min(1)
    .max(20),
});
export type SendRequests = z.infer<typeof SendRequests>;

/**
 * `held`: asked, but a human looks again, and it is not to be answered before they have. `recalled`: asked, but the basis is gone:
 * it is not answered, and what was noted is destroyed.
 */
export const LineState = z.enum([
  'proposed',
  'issued',
  'denied',
  'review',
  'answered',
  'withdrawn',
  'held',
  'recalled',
]);
export type LineState = z.infer<typeof LineState>;
export const RequestLine = z.object({
  lineId: z.uuid(),
  personId: z.uuid(),
  category: Category,
  existenceOnly: z.boolean(),
  state: LineState,
  changedAt: z.iso.datetime().optional().describe('Held and recalled lines: since when'),
  sharingDecisionId: z.uuid().optional(),
});
export type RequestLine = z.infer<typeof RequestLine>;

/** One request to one agency. Hub: GET /enquiries/:enquiryId/requests. Own agency: GET /worklist and GET /requests/:requestId (issued lines only). */
export const AgencyRequest = z.object({
  requestId: z.uuid(),
  enquiryId: z.uuid(),
  enquiryReference: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  purpose: Purpose,
  colour: z.string().optional(),
  state: z.enum(['proposed', 'open', 'part_answered', 'answered', 'not_allowed', 'waiting_review', 'held', 'recalled']),
  proposedAt: z.iso.datetime(),
  proposedBy: z.string(),
  issuedAt: z.iso.datetime().optional(),
  dueAt: z.iso.datetime().optional(),
  basis: z.enum(['elapsed', 'working']).optional(),
  leftMinutes: LeftMinutes.optional(),
  late: z.boolean(),
  answeredAt: z.iso.datetime().optional(),
  chasers: z.array(z.object({ at: z.iso.datetime(), by: z.string() })),
  claimedBy: z.string().optional(),
  decided: z.boolean().describe('The hub has decided already: an answer now will flag the decision'),
  lines: z.array(RequestLine),
});
export type AgencyRequest = z.infer<typeof AgencyRequest>;
/** Of a request to an agency that this reader may not know was asked, because its name says what it knows (R-EX-01): that there is one, and whether it is owed. */
export const NotNamedRequest = z.object({
  requestId: z.uuid(),
  state: AgencyRequest.shape.state,
  issued: z.boolean(),
  late: z.boolean(),
});
export type NotNamedRequest = z.infer<typeof NotNamedRequest>;
export const AgencyRequests = z.object({
  requests: z.array(AgencyRequest),
  notNamed: z.array(NotNamedRequest).default([]).describe('Hub: counted, not named'),
});
export type AgencyRequests = z.infer<typeof AgencyRequests>;
export const RequestDetail = AgencyRequest.extend({
  envelopes: z.array(z.object({ envelopeId: z.uuid(), personId: z.uuid(), sealed: Sealed })),
  answerKey: KeyLease.optional().describe(
    'The key that answers are sealed to, as `sharing` signed it for this enquiry. Whoever seals verifies it first: this service may be lied to',
  ),
});
export type RequestDetail = z.infer<typeof RequestDetail>;

/** GET /enquiries/:enquiryId/lines/:lineId/question (hub): the words that a line would send, sealed; they open through `sharing` only. */
export const SealedQuestion = z.object({
  requestId: z.uuid(),
  agencyId: z.string(),
  personId: z.uuid(),
  envelopeId: z.uuid(),
  sealed: Sealed,
});
export type SealedQuestion = z.infer<typeof SealedQuestion>;

/** POST /requests/:requestId/answers (own agency's liaison, or its system). One envelope for each person (typ `answer`). */
export const GiveAnswer = z.strictObject({
  answerId: z.uuid(),
  complete: z.boolean(),
  envelopes: z
    .array(z.strictObject({ envelopeId: z.uuid(), personId: z.uuid(), sealed: Sealed }))
    .min(1)
    .max(40),
});
export type GiveAnswer = z.infer<typeof GiveAnswer>;
export const AnswerReceipt = z.object({ answerId: z.uuid(), receivedAt: z.iso.datetime(), late: z.boolean() });
export type AnswerReceipt = z.infer<typeof AnswerReceipt>;

/** GET /requests/:requestId/answers/:answerId (the agency that gave it; its system with scope requests:answer). */
export const AnswerStateView = z.object({
  answerId: z.uuid(),
  state: z.enum(['received', 'accepted', 'rejected']),
  receivedAt: z.iso.datetime(),
  late: z.boolean(),
  complete: z.boolean(),
  rejectedBecause: z.string().optional(),
});
export type AnswerStateView = z.infer<typeof AnswerStateView>;

/** GET /enquiries/:enquiryId/answers (hub): sealed; opens through `sharing` only. */
export const SealedAnswer = z.object({
  answerId: z.uuid(),
  requestId: z.uuid(),
  agencyId: z.string(),
  agencyName: z.string(),
  receivedAt: z.iso.datetime(),
  complete: z.boolean(),
  late: z.boolean(),
  state: z.enum(['received', 'accepted', 'rejected']),
  rejectedBecause: z.string().optional(),
  envelopes: z.array(z.object({ envelopeId: z.uuid(), personId: z.uuid(), sealed: Sealed })),
});
export type SealedAnswer = z.infer<typeof SealedAnswer>;
export const SealedAnswers = z.object({ answers: z.array(SealedAnswer) });

/**
 * GET /facts/lines/:lineId (scope facts:read). `sealed` is the envelope that the agency would open: `sharing` hashes the purpose text
 * inside and compares it with `textRecorded` (the text sent is the text recorded).
 */
export const LineFacts = z.object({
  lineId: z.uuid(),
  requestId: z.uuid(),
  enquiryId: z.uuid(),
  partnershipId: z.uuid(),
  agencyId: z.string(),
  personId: z.uuid(),
  category: Category,
  purpose: Purpose,
  textRecorded: z.string(),
  task: StatutoryTask.optional().describe('The task that the text states, as its sender says'),
  unasked: z
    .literal(true)
    .optional()
    .describe('Sent before senders were asked for a task and a worry: neither is there, and it is read as it was then'),
  envelopeId: z.uuid(),
  sealed: Sealed,
  need: z.enum(['yes', 'no', 'unclear']),
  worry: NeedSaid.shape.worry,
  wholeRecord: z.boolean(),
  existenceOnly: z.boolean(),
  crossBorder: z
    .boolean()
    .optional()
    .describe('A neighbouring council: this person lives, lived or is placed there, as the asker says'),
  beside: z
    .array(z.object({ requestId: z.uuid(), envelopeId: z.uuid(), personId: z.uuid(), sealed: Sealed }))
    .optional()
    .describe('What else the same agency was asked in this enquiry by then, oldest first: its texts are read together'),
  state: LineState.optional().describe('Where it stands: an answered line is not decided again'),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
});
export type LineFacts = z.infer<typeof LineFacts>;

/** GET /facts/answers/:answerId (scope facts:read): the envelopes of an answer, for `sharing` to check them. */
export const AnswerFactsToCheck = z.object({
  answeredBy: z
    .object({ kind: z.enum(['person', 'system']), id: z.string() })
    .optional()
    .describe('Whose token brought it: who must have sealed it'),
  answerId: z.uuid(),
  requestId: z.uuid(),
  enquiryId: z.uuid(),
  partnershipId: z.uuid(),
  agencyId: z.string(),
  envelopes: z.array(z.object({ envelopeId: z.uuid(), personId: z.uuid(), sealed: SealedAsItLies })),
});
export type AnswerFactsToCheck = z.infer<typeof AnswerFactsToCheck>;
