import { z } from 'zod';
import { SharingMode } from '../../core/codes';

/** GET /released-reviews (information governance): what a human released where the rules left it to one, newest first, at most 50. */
export const ReleasedReviews = z.object({
  released: z.array(
    z.object({
      reviewId: z.uuid(),
      enquiryId: z.uuid(),
      enquiryReference: z.string().optional(),
      mode: SharingMode,
      fromAgencyId: z.string().describe('NOT_NAMED_AGENCY where the reader may not know it; `toAgencyId` likewise'),
      toAgencyId: z.string().optional(),
      answeredBy: z.string().optional().describe('Absent where it would name such an agency'),
      answeredAt: z.iso.datetime(),
      ground: z.string().optional().describe('Absent where it is sealed'),
    }),
  ),
});
export type ReleasedReviews = z.infer<typeof ReleasedReviews>;
