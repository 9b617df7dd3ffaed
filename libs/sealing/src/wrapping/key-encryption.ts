import type { SealingPrivateKey } from '../keys/jwk';

/**
 * What a wrapped key is bound to. It is authenticated with the key, so a row moved to another enquiry or partnership does
 * not unwrap. `enquiryId` is null until the key is bound.
 */
export interface KeyBinding {
  readonly kid: string;
  readonly partnershipId: string;
  readonly enquiryId: string | null;
}

/** A private key as it lies in the sharing service's database: `<id of the key-encryption key>.<base64url>`. */
export type WrappedKey = string;

/** Wraps private keys under a key that never lies beside them: from the environment, or a key management service. */
export interface KeyEncryption {
  wrap(privateKey: SealingPrivateKey, binding: KeyBinding): Promise<WrappedKey>;
  /** @throws SealRefusal SEAL.KEK_MISSING (fails closed), SEAL.UNWRAP_FAILED */
  unwrap(wrapped: WrappedKey, binding: KeyBinding): Promise<SealingPrivateKey>;
  /** Whether the key was wrapped under an earlier key-encryption key and waits to be wrapped anew. */
  isStale(wrapped: WrappedKey): boolean;
}
