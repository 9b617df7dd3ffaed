import { z } from 'zod';

/**
 * GET /holder-notices (liaison staff: their own agency's): what of its information the hub told in immediate protection, without asking it first.
 * Not seen first. POST /holder-notices/:noticeId/seen.
 */
export const HolderNotices = z.object({
  notices: z.array(
    z.object({
      noticeId: z.uuid(),
      enquiryId: z.uuid(),
      enquiryReference: z.string(),
      toAgencyId: z.string().describe('Who was told'),
      toAudience: z.enum(['police', 'team_sc']).describe('As the police, or as social care or its duty team'),
      reason: z.literal('immediate_protection'),
      items: z.number().int().positive().describe('How many of its items were told'),
      toldAt: z.iso.datetime(),
      seenAt: z.iso.datetime().optional(),
    }),
  ),
});
export type HolderNotices = z.infer<typeof HolderNotices>;
