import { z } from 'zod';
import { ProtectionRecipients } from '../decision/protection.http';

/**
 * GET /protection-recipients/:reference: whom a press of Immediate protection would tell now, for while `decision`, which says so otherwise, does
 * not answer. Says nothing of the case but its id. Where `decision` answers after all, whom it keeps out is kept out here.
 */
export const ProtectionStandIn = ProtectionRecipients.extend({
  enquiryId: z.uuid(),
  openingKnown: z
    .boolean()
    .describe(
      "Whether `outOfHours` is by the hub's own opening hours; else by the statutory pack's, as nobody can tell whose pack it is",
    ),
});
export type ProtectionStandIn = z.infer<typeof ProtectionStandIn>;
