import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';
import { SigningPublicKey, type SigningPrivateKey } from './jwk';
import { claimedSigner, signStatement, verifiedStatement } from './signed-statement';

/** Whose key it is to be. */
export interface KeyOwner {
  readonly partnershipId: string;
  readonly agencyId: string;
  /** The client id by which the system signs in. */
  readonly clientId: string;
}

const Possession = z.strictObject({
  partnershipId: z.string(),
  agencyId: z.string(),
  clientId: z.string(),
  publicKey: SigningPublicKey,
  at: z.iso.datetime(),
});

/** A proof is good for so long after it was signed (milliseconds, assumed): time to hand it over by hand. */
const PROOF_LASTS = 24 * 3_600_000;
const CLOCK_DIFFERENCE = 5 * 60_000;

/** Proves, to whoever registers a key, that its holder has the private half and means it for this system. */
export function proveKeyPossession(owner: KeyOwner, key: SigningPrivateKey, at: Date): Promise<string> {
  const { partnershipId, agencyId, clientId } = owner;
  const publicKey = SigningPublicKey.parse(key);
  return signStatement(
    'mash-key-possession',
    { partnershipId, agencyId, clientId, publicKey, at: at.toISOString() },
    key,
  );
}

/**
 * What is wrong with a proof: the names of its fields; empty where it holds. `kid` where the key does not bear its thumbprint (RFC 7638),
 * `signature` where this key did not sign it, `at` where it is older than a day.
 */
export async function possessionFaults(
  proof: string,
  publicKey: SigningPublicKey,
  its: { owner: KeyOwner; now: Date },
): Promise<string[]> {
  if (publicKey.kid !== (await calculateJwkThumbprint(publicKey))) return ['kid'];
  const isOurs = claimedSigner('mash-key-possession', proof) === publicKey.kid;
  const said = Possession.safeParse(isOurs ? (await verifiedStatement(proof, publicKey))?.says : undefined);
  if (!said.success) return ['signature'];
  const { at, publicKey: proven, ...owner } = said.data;
  const age = its.now.getTime() - Date.parse(at);
  return [
    ...(proven.x === publicKey.x ? [] : ['publicKey']),
    ...(['partnershipId', 'agencyId', 'clientId'] as const).filter((name) => owner[name] !== its.owner[name]),
    ...(age <= PROOF_LASTS && age >= -CLOCK_DIFFERENCE ? [] : ['at']),
  ];
}
