import type { SigningPublicKey } from '../keys/jwk';
import type { SealedBy } from './envelope-claims';
import type { EnvelopeHeader, EnvelopeType } from './envelope-ids';
import type { SignerTerm } from './signer-term';

/**
 * What the register knows of one signing key.
 * `people`: the console's key, which vouches for the person it signed in. `system`: one system in its own name only,
 * for these kinds of envelope, and for one partnership and agency where it is an agency's system. `term`: when its signatures
 * count; left out for a key that configuration pins.
 */
export type RegisteredSigner =
  | { publicKey: SigningPublicKey; speaksFor: 'people'; term?: SignerTerm }
  | {
      publicKey: SigningPublicKey;
      speaksFor: 'system';
      systemId: string;
      maySeal: readonly EnvelopeType[];
      partnershipId?: string;
      agencyId?: string;
      term?: SignerTerm;
    };

/** Looks a signing key up, each time anew. A key that nobody registered is undefined; one that was revoked says so in its term. */
export type SignerRegister = (kid: string) => RegisteredSigner | undefined | Promise<RegisteredSigner | undefined>;

/** Whether the holder of a rightly used key may say this at all: an agency's key seals that agency's answers and no other's. */
export function isEntitled(signer: RegisteredSigner, header: EnvelopeHeader, sealedBy: SealedBy): boolean {
  if (signer.speaksFor === 'people') return sealedBy.kind === 'person';
  const isItself = sealedBy.kind === 'system' && sealedBy.id === signer.systemId;
  const isItsPartnership = signer.partnershipId === undefined || signer.partnershipId === header.partnershipId;
  const isItsAgency = signer.agencyId === undefined || !('agencyId' in header) || signer.agencyId === header.agencyId;
  return isItself && isItsPartnership && isItsAgency && signer.maySeal.includes(header.typ);
}
