import { Id, Instant } from '@mash/contracts';
import { z } from 'zod';
import { SealingPublicKey } from '../keys/jwk';

/**
 * `enquiry`: binds once to one enquiry. `case`: a receiving team's case. `overflow`: shared, kept for the time when the
 * pool is empty and `sharing` is down.
 */
export const KeyUse = z.enum(['enquiry', 'case', 'overflow']);
export type KeyUse = z.infer<typeof KeyUse>;

/** What the sharing service promises of a public key. */
export const LeaseTerms = z.strictObject({
  kid: z.string(),
  publicKey: SealingPublicKey,
  partnershipId: Id,
  use: KeyUse,
  expiresAt: Instant,
  /** Only of a key that is bound already: what is sealed to it belongs to this enquiry. */
  enquiryId: Id.optional(),
});
export type LeaseTerms = z.infer<typeof LeaseTerms>;

/** The terms with the signature over all of them (compact JWS by the sharing service's pinned key). */
export const KeyLease = LeaseTerms.extend({ signature: z.string().max(4000) });
export type KeyLease = z.infer<typeof KeyLease>;
