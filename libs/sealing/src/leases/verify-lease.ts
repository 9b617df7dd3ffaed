import { isDeepStrictEqual } from 'node:util';
import type { SigningPublicKey } from '../keys/jwk';
import { claimedSigner, verifiedStatement } from '../keys/signed-statement';
import { SealRefusal } from '../seal-refusal';
import { KeyLease, LeaseTerms, type KeyUse } from './key-lease';

export interface LeaseExpectation {
  readonly partnershipId: string;
  /** Any of these will do. */
  readonly uses: readonly KeyUse[];
  readonly now: Date;
  /** Left out: a key for something new, bound to no enquiry yet. */
  readonly enquiryId?: string;
}

/**
 * A lease as the pinned sharing key signed it: this partnership, this use, this enquiry (or none yet), still running.
 * @throws SealRefusal SEAL.LEASE_MALFORMED, LEASE_UNTRUSTED, LEASE_WRONG_PARTNERSHIP, LEASE_WRONG_USE, LEASE_WRONG_ENQUIRY,
 *   LEASE_EXPIRED
 */
export async function verifyLease(
  offered: unknown,
  sharingKey: SigningPublicKey,
  expected: LeaseExpectation,
): Promise<KeyLease> {
  const lease = KeyLease.safeParse(offered);
  if (!lease.success) throw new SealRefusal('SEAL.LEASE_MALFORMED');
  const { signature, ...terms } = lease.data;
  if (!isDeepStrictEqual(terms, await signedTerms(signature, sharingKey)))
    throw new SealRefusal('SEAL.LEASE_UNTRUSTED');

  if (terms.kid !== terms.publicKey.kid) throw new SealRefusal('SEAL.LEASE_MALFORMED', ['kid']);
  if (terms.partnershipId !== expected.partnershipId) throw new SealRefusal('SEAL.LEASE_WRONG_PARTNERSHIP');
  if (!expected.uses.includes(terms.use)) throw new SealRefusal('SEAL.LEASE_WRONG_USE');
  if (terms.enquiryId !== expected.enquiryId) throw new SealRefusal('SEAL.LEASE_WRONG_ENQUIRY');
  if (new Date(terms.expiresAt) <= expected.now) throw new SealRefusal('SEAL.LEASE_EXPIRED');
  return lease.data;
}

async function signedTerms(signature: string, sharingKey: SigningPublicKey): Promise<LeaseTerms | undefined> {
  if (claimedSigner('mash-key-lease', signature) !== sharingKey.kid) return undefined;
  const statement = await verifiedStatement(signature, sharingKey);
  return LeaseTerms.safeParse(statement?.says).data;
}
