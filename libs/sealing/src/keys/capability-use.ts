import { z } from 'zod';
import type { SigningPrivateKey, SigningPublicKey } from './jwk';
import { claimedSigner, signStatement, verifiedStatement } from './signed-statement';

const Use = z.strictObject({ capabilityId: z.uuid(), at: z.iso.datetime() });

/** A proof of use is good for so long, either way (milliseconds, assumed): clocks differ. */
const PROOF_LASTS = 5 * 60_000;

/** An agency's system shows, with its registered key, that it is itself that uses a capability now. */
export const proveCapabilityUse = (capabilityId: string, key: SigningPrivateKey, at: Date): Promise<string> =>
  signStatement('mash-capability-use', { capabilityId, at: at.toISOString() }, key);

/** The id of the key that claims to have signed the proof; proves nothing. */
export const capabilityUser = (proof: string): string | undefined => claimedSigner('mash-capability-use', proof);

/** Whether this key signed, just now, that it uses this capability. */
export async function isCapabilityUseProven(
  proof: string,
  key: SigningPublicKey,
  its: { capabilityId: string; now: Date },
): Promise<boolean> {
  const use = Use.safeParse((await verifiedStatement(proof, key))?.says);
  if (capabilityUser(proof) !== key.kid || !use.success || use.data.capabilityId !== its.capabilityId) return false;
  return Math.abs(its.now.getTime() - Date.parse(use.data.at)) <= PROOF_LASTS;
}
