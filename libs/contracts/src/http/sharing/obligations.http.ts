import { z } from 'zod';

/** GET /enquiries/:enquiryId/obligations (hub): dated tasks with an owner. */
export const ObligationView = z.object({
  obligationId: z.uuid(),
  code: z.string(),
  words: z.string(),
  owner: z.string(),
  dueAt: z.iso.datetime(),
  doneAt: z.iso.datetime().optional(),
});
export const Obligations = z.object({ obligations: z.array(ObligationView) });
export type Obligations = z.infer<typeof Obligations>;
