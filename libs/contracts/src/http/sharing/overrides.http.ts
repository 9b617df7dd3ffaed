import { z } from 'zod';
import { Purpose, SharingMode, SharingOutcome } from '../../core/codes';
import { doesNotOpen, Sealed } from '../sealed';

/** Rule book section 6. OV_SILENT stands only beside OV_LIFE or OV_HARM. */
export const OverrideGround = z.enum(['OV_LIFE', 'OV_HARM', 'OV_SILENT', 'OV_WELFARE']);
export type OverrideGround = z.infer<typeof OverrideGround>;

const coded = z.object({ code: z.string(), sentence: z.string() });

export const OverrideView = z.object({
  overrideId: z.uuid(),
  sharingDecisionId: z.uuid(),
  enquiryId: z.uuid(),
  enquiryReference: z.string().optional(),
  mode: SharingMode,
  holderAgencyId: z.string().describe('NOT_NAMED_AGENCY where the reader may not know it; `toAgencyId` likewise'),
  toAgencyId: z.string(),
  toAudience: z.string(),
  purpose: Purpose,
  grounds: z.array(OverrideGround),
  state: z.enum(['waiting', 'in_force', 'declined', 'lapsed']),
  outcome: SharingOutcome.optional().describe(
    'What the rules said with it, where that is known at once (a line of a request)',
  ),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  secondPerson: z.string().optional(),
  inForceAt: z.iso.datetime().optional(),
  holderSeenAt: z.iso.datetime().optional(),
  igDueAt: z.iso.datetime().optional(),
  judgements: z.array(
    z.object({ verdict: z.enum(['explained', 'ask_manager', 'investigate']), by: z.string(), at: z.iso.datetime() }),
  ),
  mayConfirm: z.boolean(),
  mayJudge: z.boolean(),
});
export type OverrideView = z.infer<typeof OverrideView>;

/**
 * GET /overrides: managers see those of their hub, information governance all of the partnership, a holder those of its own information. All that wait
 * for somebody (a second person, the holder, information governance), then the newest 200 of the others.
 */
export const Overrides = z.object({ overrides: z.array(OverrideView) });
export type Overrides = z.infer<typeof Overrides>;

/** GET /overrides/:overrideId (managers, information governance): with the written reason, opened for this reader and audited, and what it struck. */
export const OverrideDetail = OverrideView.extend({
  reason: z.string().optional().describe('Absent where the keys of the enquiry are destroyed'),
  strikes: z.array(coded),
  doesNotOpen: doesNotOpen('reason', 'strikes'),
});
export type OverrideDetail = z.infer<typeof OverrideDetail>;

/** GET /sharing-decisions/:sharingDecisionId/override: what a permitted manager may strike of a REVIEW or refusal, and on which grounds. */
export const OverrideOptions = z.object({
  sharingDecisionId: z.uuid(),
  enquiryId: z.uuid(),
  mode: SharingMode,
  fromAgencyId: z.string().describe('NOT_NAMED_AGENCY where the reader may not know it; `toAgencyId` likewise'),
  toAgencyId: z.string(),
  toAudience: z.string(),
  purpose: Purpose,
  strikes: z.array(coded),
  grounds: z.array(coded.extend({ refusedBecause: z.string().optional() })),
  secondPerson: z.boolean().describe('The pack wants a second person before it takes effect'),
  signInWithinMinutes: z.number().int(),
  waiting: z.uuid().optional().describe('An override of this that waits for its second person'),
});
export type OverrideOptions = z.infer<typeof OverrideOptions>;

/**
 * POST /sharing-decisions/:sharingDecisionId/override: clearance `override`, not by whoever asked, signed in within the pack's minutes (AUTH.STEP_UP_NEEDED). One thing, one
 * recipient; it strikes the reasons that it names and gives back no redaction.
 */
export const ProposeOverride = z.strictObject({
  overrideId: z.uuid(),
  grounds: z.array(OverrideGround).min(1).max(4),
  strikes: z.array(z.string().max(60)).min(1).max(20),
  sealedReason: Sealed.describe('The written reason, typ `review` with reviewId = overrideId'),
});
export type ProposeOverride = z.infer<typeof ProposeOverride>;
export const OverrideProposed = z.object({ overrideId: z.uuid(), state: z.enum(['waiting', 'in_force']) });

/** POST /overrides/:overrideId/confirm: the second person's answer, with the same clearance and a fresh sign-in. Neither who asked nor who proposed it. 409 SHARING.OVERRIDE_DOES_NOT_OPEN: it can be declined. */
export const ConfirmOverride = z.strictObject({ answer: z.enum(['confirm', 'decline']) });

/** POST /overrides/:overrideId/judgement (information governance). `ask_manager` leaves the review of it open. */
export const JudgeOverride = z.strictObject({
  judgementId: z.uuid(),
  verdict: z.enum(['explained', 'ask_manager', 'investigate']),
});
export type JudgeOverride = z.infer<typeof JudgeOverride>;
