import { z } from 'zod';
import {
  Category,
  ConsentGiver,
  ConsentHow,
  ConsentKind,
  ConsentState,
  NotSoughtGround,
  Purpose,
  SharingOutcome,
} from '../../core/codes';
import { Sealed } from '../sealed';

/** What one statement counts for in the reading of today ("Voice"). */
export const ConsentWeight = z
  .enum(['counts', 'not_heard', 'superseded', 'says_nothing'])
  .describe(
    'The reading rests on it; stands, but is the word of somebody who may not speak for this person, or nobody can tell of whom; a later word took its place; says neither yes nor no',
  );
export type ConsentWeight = z.infer<typeof ConsentWeight>;

/** One statement about one consent of one person, as it is kept. History is never changed. */
export const ConsentView = z.object({
  statementId: z.uuid(),
  personId: z.uuid(),
  kind: ConsentKind,
  state: ConsentState,
  ground: z.string().optional(),
  givenBy: z.string(),
  givenById: z.uuid().optional(),
  how: ConsentHow.optional().describe('Left out where the form that took it down does not ask'),
  bodies: z.array(z.string()).describe('Bodies a yes reaches; empty means the hub partnership'),
  purposes: z.array(Purpose).describe('Purposes a yes reaches; empty means every purpose'),
  statedAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  recordedBy: z.string(),
  weight: ConsentWeight,
  whoseIsUnclear: z
    .literal(true)
    .optional()
    .describe(
      'Written down while somebody else was linked to this person, or to the speaker, by mistake: it counts for nobody, and is to be recorded again of whom it was meant',
    ),
  sealed: Sealed.optional().describe('What they were told, evidence, the words of another ground'),
  sealedAs: z
    .enum(['note', 'consent'])
    .optional()
    .describe('Its typ: `consent` where it came with the contact; noteId = statementId'),
  groundDecision: z
    .object({ accepted: z.boolean(), decidedBy: z.string(), decidedAt: z.iso.datetime() })
    .optional()
    .describe('NS_TEXT only: what a manager said of the ground. It counts as none before'),
});
export type ConsentView = z.infer<typeof ConsentView>;

/** What the rules read of one consent of one person today, from everything stated (rule book section 1, "Voice"). */
export const ConsentStanding = z.object({
  personId: z.uuid(),
  kind: ConsentKind,
  state: ConsentState,
  ground: z.string().optional(),
  groundCounts: z.boolean().describe('A ground for not seeking that the rules take for one'),
  dispute: z.boolean().describe('One who may speak says yes, another no'),
  parentalResponsibilityProven: z.boolean(),
  speaksForThemselves: z.boolean().describe('Their own word is the one that is read'),
});
export type ConsentStanding = z.infer<typeof ConsentStanding>;

/** Somebody who holds something about a person was told that consent changed. */
export const ConsentNoticeSent = z.object({
  noticeId: z.uuid(),
  personId: z.uuid(),
  statementId: z.uuid(),
  state: ConsentState,
  agencyId: z.string(),
  holds: z.array(z.enum(['request', 'answer', 'disclosure', 'product'])),
  raisedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  confirmed: z.enum(['destroyed', 'kept_by_law', 'nothing_held']).optional(),
  confirmedAt: z.iso.datetime().optional(),
});
export type ConsentNoticeSent = z.infer<typeof ConsentNoticeSent>;

/** GET /enquiries/:enquiryId/consents (hub). `version` counts the statements: a request names the one it saw. */
export const Consents = z.object({
  version: z.number().int().nonnegative(),
  statements: z.array(ConsentView),
  standing: z.array(ConsentStanding),
  notices: z.array(ConsentNoticeSent),
  notNamed: z
    .array(
      z.object({
        personId: z.uuid(),
        notices: z.number().int().positive(),
        unconfirmed: z.number().int().nonnegative(),
      }),
    )
    .default([])
    .describe('Notices to agencies that are not named to this reader, counted for each person'),
});
export type Consents = z.infer<typeof Consents>;

const Words = z.string().trim().min(1).max(2000);

/** What is sealed with a statement (typ `note`, noteId = statementId). */
export const ConsentWords = z.strictObject({
  told: Words.optional().describe('What the person was told before they answered'),
  evidence: Words.optional().describe('What shows it: what was seen or heard'),
  reference: z.string().trim().min(1).max(200).optional().describe('Where the evidence lies'),
  ground: Words.optional().describe('NS_TEXT: the ground in words'),
});
export type ConsentWords = z.infer<typeof ConsentWords>;

const said = {
  personId: z.uuid(),
  kind: ConsentKind,
  state: ConsentState,
  ground: NotSoughtGround.optional(),
  givenBy: ConsentGiver,
  givenById: z.uuid().optional().describe('The person who spoke: somebody on the roster'),
  bodies: z.array(z.string().max(60)).max(30),
  purposes: z.array(Purpose).max(20).optional().describe('Purposes a yes reaches; left out or empty, every purpose'),
};

/** POST /enquiries/:enquiryId/consents (hub): a later statement; history is never changed. The same again changes nothing. */
export const StateConsent = z.strictObject({
  statementId: z.uuid(),
  ...said,
  how: ConsentHow.optional(),
  statedAt: z.iso.datetime(),
  sealedWords: Sealed.optional().describe(
    'What they were told, evidence, the words of another ground: typ `note`, noteId = statementId',
  ),
});
export type StateConsent = z.infer<typeof StateConsent>;

/** POST /enquiries/:enquiryId/consents/preview (hub): what a statement would change. Nothing is kept but an audit entry. */
export const PreviewConsent = z.strictObject({
  ...said,
  statedAt: z.iso.datetime().optional().describe('As it would be recorded; now where it is left out'),
});
export type PreviewConsent = z.infer<typeof PreviewConsent>;

export const ConsentPreview = z.object({
  before: ConsentStanding,
  after: ConsentStanding,
  lines: z
    .array(
      z.object({
        lineId: z.uuid(),
        agencyId: z.string(),
        category: Category,
        now: SharingOutcome,
        then: SharingOutcome,
        effect: z
          .enum([
            'stays',
            'held',
            'recalled',
            'human_looks_again',
            'not_allowed',
            'may_be_asked_again',
            'answered_already',
          ])
          .describe('What would become of it. Nothing is asked again without somebody pressing "Ask again"'),
        reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
      }),
    )
    .describe('Every line about this person, of agencies that are named to the reader'),
  told: z.array(z.string()).describe('Agencies that hold something about the person and would be told'),
  notNamed: z
    .number()
    .int()
    .nonnegative()
    .default(0)
    .describe(
      'Lines about this person to agencies that are not named to this reader. What becomes of them is not said: bodies and purposes can be typed until it tells which agency it is',
    ),
});
export type ConsentPreview = z.infer<typeof ConsentPreview>;

/** POST /enquiries/:enquiryId/consents/:statementId/ground (hub managers, not who wrote it down): whether another ground counts. */
export const DecideConsentGround = z.strictObject({
  accepted: z.boolean(),
  sealedReason: Sealed.describe('The written reason: typ `note`, noteId = statementId'),
});
export type DecideConsentGround = z.infer<typeof DecideConsentGround>;

/** POST /enquiries/:enquiryId/lines/:lineId/decide-again (hub): "Ask again", on today's facts. */
export const DecidedAgain = z.object({
  outcome: SharingOutcome,
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
});
export type DecidedAgain = z.infer<typeof DecidedAgain>;

/** GET /consent-notices (agencies and receiving teams: their own): ids and codes only. Not confirmed first. */
export const ConsentNotices = z.object({
  notices: z.array(ConsentNoticeSent.extend({ enquiryId: z.uuid(), enquiryReference: z.string() })),
});
export type ConsentNotices = z.infer<typeof ConsentNotices>;

/** POST /consent-notices/:noticeId/confirm */
export const ConfirmConsentNotice = z.strictObject({ did: z.enum(['destroyed', 'kept_by_law', 'nothing_held']) });
export type ConfirmConsentNotice = z.infer<typeof ConfirmConsentNotice>;
