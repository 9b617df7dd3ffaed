import { z } from 'zod';

/** A public enquiry key on lease, signed by `sharing`'s pinned key. POST /keys/leases (scope keys:lease). GET /keys/overflow?partnershipId= (scope keys:lease). */
export const KeyLease = z.object({
  kid: z.string().describe('Id of the key'),
  publicKey: z.record(z.string(), z.string()).describe('X25519 public JWK'),
  partnershipId: z.uuid().describe('Whose key it is'),
  use: z.enum(['enquiry', 'case', 'overflow']).describe('What is sealed to it'),
  expiresAt: z.iso.datetime().describe('Until when something may be sealed to it'),
  enquiryId: z
    .uuid()
    .optional()
    .describe('The enquiry that the key is bound to; none for a key that waits for its first'),
  signature: z.string().describe('Compact JWS over the other fields'),
});
export type KeyLease = z.infer<typeof KeyLease>;
export const LeaseKeys = z.strictObject({
  partnershipId: z.uuid(),
  use: z.enum(['enquiry', 'case']),
  count: z.number().int().min(1).max(50),
});
export type LeaseKeys = z.infer<typeof LeaseKeys>;
export const KeyLeases = z.object({ leases: z.array(KeyLease) });
/** GET /enquiries/:enquiryId/key (person's token or scope keys:lease): the key already bound to the enquiry, for sealing more to it. */
export const BoundKey = KeyLease;
