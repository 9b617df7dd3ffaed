import { Id, Instant } from '@mash/contracts';
import { z } from 'zod';

/** Who sealed: the person at the keyboard (through the console), or a system in its own name. */
export const SealedBy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: Id }),
  z.strictObject({ kind: z.literal('system'), id: z.string().min(1).max(60) }),
]);
export type SealedBy = z.infer<typeof SealedBy>;

/** What is signed inside an envelope. `header` repeats every id of the outside, and the key, so that neither can be swapped. */
export const SignedEnvelope = z.strictObject({
  claims: z.strictObject({ header: z.record(z.string(), z.unknown()), sealedAt: Instant, sealedBy: SealedBy }),
  facts: z.unknown(),
  content: z.unknown(),
});
export type SignedEnvelope = z.infer<typeof SignedEnvelope>;
