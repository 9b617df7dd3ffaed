import { z } from 'zod';
import { Sealed } from '../sealed';
import { Colour, PackRef, ThresholdLevel } from '../../core/codes';

/** POST /facts/access (scope facts:read): may this person open this enquiry, and as what audience do they look? Never the caller's word. */
export const AskAccess = z.strictObject({
  enquiryId: z.uuid(),
  actor: z.strictObject({
    id: z.string(),
    roles: z.array(z.string()),
    agencyId: z.string(),
    agencyKind: z.string(),
    partnershipId: z.uuid(),
    clearances: z.array(z.string()),
  }),
});
export type AskAccess = z.infer<typeof AskAccess>;
/** Who judged, and when. */
export const Judged = z.object({ by: z.string().describe('Account of whoever judged'), at: z.iso.datetime() });
export type Judged = z.infer<typeof Judged>;

export const DecisionFacts = z.object({
  enquiryId: z.uuid(),
  partnershipId: z.uuid(),
  access: z
    .enum(['named', 'ordinary', 'none', 'conflict', 'break_glass'])
    .optional()
    .describe('Present when an actor was given'),
  audience: z
    .enum([
      'hub_analyst',
      'hub_manager',
      'hub_holder',
      'rep_joint',
      'team_sc',
      'team_eh',
      'team_other',
      'police',
      'agency',
      'referrer_pro',
      'referrer_public',
      'referrer_anon',
      'parent',
      'subject',
      'ig',
      'outsider',
    ])
    .optional(),
  door: z
    .boolean()
    .optional()
    .describe('Present when an actor was given: takes and returns calls, and is not kept out of this enquiry'),
  threshold: ThresholdLevel,
  thresholdVersion: z.number().int(),
  colour: Colour.optional(),
  ratingVersion: z.number().int(),
  thresholdJudged: Judged.optional().describe('Absent until a qualified person has judged'),
  rated: Judged.optional().describe('Absent until somebody has rated'),
  urgent: z.boolean().describe('Red, or protection open'),
  protectionOpen: z.boolean(),
  whoTellsFamily: z
    .enum(['hub', 'receiving_team', 'referrer', 'not_safe_to_tell'])
    .optional()
    .describe('As the newest decision has it; absent until somebody has decided'),
  closed: z.boolean().optional().describe('Every child on its way, the referrer told or a reason why not'),
  pack: PackRef,
  asOf: z.iso.datetime(),
});
/** GET /facts/enquiries/:enquiryId (scope facts:read) answers the same without access and audience. */
export type DecisionFacts = z.infer<typeof DecisionFacts>;

/** GET /facts/notices/:noticeId (scope facts:read): a notice as it was sealed, for `sharing` to open it to the system of the agency it went to. */
export const NoticeFacts = z.object({
  noticeId: z.uuid(),
  enquiryId: z.uuid(),
  partnershipId: z.uuid(),
  agencyId: z.string(),
  sealed: Sealed,
});
export type NoticeFacts = z.infer<typeof NoticeFacts>;
