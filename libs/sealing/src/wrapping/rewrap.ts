import type { KeyBinding, KeyEncryption, WrappedKey } from './key-encryption';

/**
 * Wraps a key anew: under the current key-encryption key, and to another binding where one is given (a leased key that
 * is now bound to its enquiry). What was sealed to the key stays as it is.
 * @throws SealRefusal SEAL.KEK_MISSING, SEAL.UNWRAP_FAILED
 */
export async function rewrap(
  keyEncryption: KeyEncryption,
  wrapped: WrappedKey,
  from: KeyBinding,
  to: KeyBinding = from,
): Promise<WrappedKey> {
  return keyEncryption.wrap(await keyEncryption.unwrap(wrapped, from), to);
}
