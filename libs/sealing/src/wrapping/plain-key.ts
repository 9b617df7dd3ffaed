import { parseKey, SealingPrivateKey } from '../keys/jwk';
import { SealRefusal } from '../seal-refusal';
import type { KeyBinding } from './key-encryption';

/** What is wrapped: the private key as JSON. Whoever wraps it overwrites the bytes afterwards. */
export const plainOf = (privateKey: SealingPrivateKey): Buffer =>
  Buffer.from(JSON.stringify(parseKey(SealingPrivateKey, privateKey)), 'utf8');

/**
 * The private key that was wrapped, once it is the one the binding names. The bytes are overwritten.
 * @throws SealRefusal SEAL.UNWRAP_FAILED
 */
export function keyOf(plain: Buffer, { kid }: KeyBinding): SealingPrivateKey {
  const privateKey = parseKey(SealingPrivateKey, plain.toString('utf8'));
  plain.fill(0);
  if (privateKey.kid !== kid) throw new SealRefusal('SEAL.UNWRAP_FAILED');
  return privateKey;
}
