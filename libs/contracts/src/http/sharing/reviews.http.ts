import { z } from 'zod';
import { Category, Purpose, SharingMode } from '../../core/codes';
import { Sealed } from '../sealed';
import { ReleaserCode } from './releaser-code';
import { ReleaserSeat } from './releasers.http';

/** GET /reviews (those the actor may answer, and those they see, soonest due first), GET /reviews/:reviewId */
export const Review = z.object({
  reviewId: z.uuid(),
  enquiryId: z.uuid(),
  enquiryReference: z.string().optional(),
  sharingDecisionId: z.uuid(),
  about: z.object({ kind: z.string(), id: z.uuid() }),
  mode: SharingMode,
  fromAgencyId: z
    .string()
    .describe(
      'NOT_NAMED_AGENCY where the reader may not know it, as in `toAgencyId` and `releaserAgencyId`; then no category, nobody by name and nobody to ring',
    ),
  toAgencyId: z.string().optional(),
  toAudience: z.string(),
  personId: z.uuid().optional(),
  category: Category.optional(),
  purpose: Purpose,
  releaser: ReleaserCode,
  releaserAgencyId: z.string().optional(),
  raisedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  state: z.enum(['open', 'released', 'refused', 'overridden', 'superseded']),
  late: z.boolean(),
  level: z.enum(['releaser', 'deputy', 'senior', 'hub_and_ig']),
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
  isOfCondition: z
    .literal(true)
    .optional()
    .describe(
      'To the holder: it is about the condition (R-HOLD-02), and that its asker has called answers this one alone',
    ),
  threshold: z.string(),
  consent: z.string(),
  consentChanged: z
    .boolean()
    .optional()
    .describe('Somebody has said something of this consent since the question was asked'),
  agreement: z.string(),
  informParent: z.boolean(),
  askedBy: z.string(),
  answeredBy: z.string().optional(),
  answeredAt: z.iso.datetime().optional(),
  ground: z.string().optional(),
  mayAnswer: z.boolean().describe('The reader is one who may answer at the level that is reached'),
  mayOverride: z.boolean(),
  nobodyNamed: z
    .boolean()
    .describe('The register names nobody: whoever is on the desk may answer; for the adoption agency nobody may'),
  seated: z
    .array(z.object({ seat: ReleaserSeat, name: z.string() }))
    .optional()
    .describe('Who is named to answer: releaser, deputy, senior'),
  adviceNeeded: z
    .boolean()
    .optional()
    .describe('A legal question that no lawyer is named for: the sealed reason says who advised and when'),
  dutyRoutes: z
    .array(z.object({ name: z.string(), telephone: z.string() }))
    .describe('Whom to ring: while the hub is shut, and where nobody is named at a desk that nobody stands in for'),
});
export type Review = z.infer<typeof Review>;
export const Reviews = z.object({
  reviews: z.array(Review),
  watched: z.array(Review).describe('What the reader sees waiting for others'),
});
/** GET /reviews/waiting: for a badge. */
export const ReviewsWaiting = z.object({ waiting: z.number().int(), late: z.number().int() });
/**
 * POST /reviews/:reviewId/answer. Nobody answers what they asked themselves (SHARING.SELF_RELEASE), nor both halves of what two
 * desks answer (SHARING.TWO_MUST_ANSWER). The holder of an item answers with a
 * statement about it: then that statement answers every question of this REVIEW that waits for the holder.
 */
export const AnswerReview = z.strictObject({
  answer: z.enum(['release', 'release_with_conditions', 'refuse']),
  ground: z.enum([
    'child_safety_outweighs',
    'necessary_and_proportionate',
    'consent_obtained',
    'holder_agrees',
    'not_necessary',
    'harm_to_child',
    'source_at_risk',
    'other_route',
    'law_forbids',
  ]),
  sealedReason: Sealed.describe(
    'Typ `review`: { reason, ground?, condition?, advice? }. The ground again where it is about an item; the condition is read by the recipient; advice { by, on } of a legal question that no lawyer is named for (SHARING.ADVICE_NEEDED)',
  ),
  statement: z
    .strictObject({ statementId: z.uuid(), sealed: Sealed.describe('Typ `statement`, about the item of this REVIEW') })
    .optional(),
});
export type AnswerReview = z.infer<typeof AnswerReview>;
