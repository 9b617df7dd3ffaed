import { z } from 'zod';
import type { Head } from './chained-row';

/**
 * A head that the audit service signed: from then on whatever is rewritten before it shows to whoever has it. The owner of the tables can delete
 * the heads as well, and have a chain that was written anew signed as any other: for that heads are kept elsewhere, where the owner cannot write.
 */
export const Checkpoint = z.strictObject({
  partnershipId: z.string(),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signedAt: z.iso.datetime(),
});
export type Checkpoint = z.infer<typeof Checkpoint> & Head;
