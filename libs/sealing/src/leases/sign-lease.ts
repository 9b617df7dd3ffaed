import type { SealingPublicKey, SigningPrivateKey } from '../keys/jwk';
import { signStatement } from '../keys/signed-statement';
import type { KeyLease, KeyUse } from './key-lease';

export interface LeaseOffer {
  readonly publicKey: SealingPublicKey;
  readonly partnershipId: string;
  readonly use: KeyUse;
  readonly expiresAt: Date;
  /** The enquiry to which the key is bound already. */
  readonly enquiryId?: string;
}

/** Signs a lease. Only the sharing service holds a key that clients believe. */
export async function signLease(offer: LeaseOffer, sharingKey: SigningPrivateKey): Promise<KeyLease> {
  const { kty, crv, kid, x } = offer.publicKey;
  const terms = {
    kid,
    publicKey: { kty, crv, kid, x },
    partnershipId: offer.partnershipId,
    use: offer.use,
    expiresAt: offer.expiresAt.toISOString(),
    ...(offer.enquiryId !== undefined && { enquiryId: offer.enquiryId }),
  };
  return { ...terms, signature: await signStatement('mash-key-lease', terms, sharingKey) };
}
