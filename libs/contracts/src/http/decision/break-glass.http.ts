import { z } from 'zod';
import { Id, Instant } from '../../core/ids';
import { Sealed } from '../sealed';

/** Why somebody opens an enquiry that is closed to them. */
export const GlassReason = z.enum(['immediate_danger', 'nobody_named_reachable', 'court_or_police', 'other']);
export type GlassReason = z.infer<typeof GlassReason>;

/**
 * POST /break-glass: by its reference, which whoever is outside has, and in the body, so that no address carries it beside a reason. The reason in
 * words is sealed as `glass` of the same id, to a leased key: whoever is outside may not be given the enquiry's.
 */
export const BreakGlass = z.strictObject({
  glassId: Id,
  reference: z.string().regex(/^E-[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{7}$/),
  reason: GlassReason,
  sealedReason: Sealed,
});
export type BreakGlass = z.infer<typeof BreakGlass>;

export const GlassBroken = z.object({
  glassId: Id,
  enquiryId: Id,
  endsAt: Instant.describe('Until then the enquiry is open to them'),
});
export type GlassBroken = z.infer<typeof GlassBroken>;

/** POST /broken-glass/:glassId/review: what information governance makes of it. Asking the manager leaves it open. */
export const ReviewBrokenGlass = z.strictObject({
  reviewId: Id,
  verdict: z.enum(['justified', 'ask_manager', 'investigate']),
});
export type ReviewBrokenGlass = z.infer<typeof ReviewBrokenGlass>;

/** One time that somebody broke the glass. */
export const BrokenGlassView = z.object({
  glassId: Id,
  enquiryId: Id,
  reference: z.string(),
  accountId: z.string(),
  reason: GlassReason,
  brokenAt: Instant,
  endsAt: Instant,
  endedAt: Instant.optional().describe('By hand, before its time'),
  live: z.boolean(),
  reviews: z.array(z.object({ verdict: ReviewBrokenGlass.shape.verdict, by: z.string(), at: Instant })),
  settled: z.boolean().describe('Found justified'),
  mayReview: z.boolean(),
});
export type BrokenGlassView = z.infer<typeof BrokenGlassView>;

export const BrokenGlassList = z.object({ broken: z.array(BrokenGlassView) });
export type BrokenGlassList = z.infer<typeof BrokenGlassList>;
