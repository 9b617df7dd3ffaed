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
  /** Under the current key-encryption key. @throws SealRefusal SEAL.KMS_UNREACHABLE */
  wrap(privateKey: SealingPrivateKey, binding: KeyBinding): Promise<WrappedKey>;
  /** @throws SealRefusal SEAL.KEK_MISSING and SEAL.KMS_UNREACHABLE (fail closed), SEAL.UNWRAP_FAILED */
  unwrap(wrapped: WrappedKey, binding: KeyBinding): Promise<SealingPrivateKey>;
  /** Id of the key that is wrapped under now. What is wrapped under any other waits for a rotation. @throws SealRefusal SEAL.KMS_UNREACHABLE */
  currentId(): Promise<string>;
  /** Whether what was wrapped under the key of this id can be unwrapped here. @throws SealRefusal SEAL.KMS_UNREACHABLE */
  holds(kekId: string): Promise<boolean>;
}
