import { z } from 'zod';
import type { Head } from './chained-row';

/** A head that the audit service signed: from then on nothing before it can be rewritten, not even by the owner of the tables. */
export const Checkpoint = z.strictObject({
  partnershipId: z.string(),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signedAt: z.iso.datetime(),
});
export type Checkpoint = z.infer<typeof Checkpoint> & Head;
