import type { KeyEncryption, SigningPrivateKey, SigningPublicKey } from '@mash/sealing';

/** A signing key that was exchanged for another. */
export interface EarlierKey {
  readonly key: SigningPublicKey;
  readonly until: Date;
}

/** What the key store works with; from the environment, or a key management service. */
export interface KeySettings {
  readonly keyEncryption: KeyEncryption;
  readonly signingKey: SigningPrivateKey;
  /** Keys that this service had before, each with the moment from which it counts no more. Public halves: nothing is signed with them. */
  readonly earlierSigningKeys?: readonly EarlierKey[];
  readonly consoleKey: SigningPublicKey;
  /** Keys that the console had before, each with the moment from which it counts no more. */
  readonly earlierConsoleKeys?: readonly EarlierKey[];
}
export const KEY_SETTINGS = Symbol('KEY_SETTINGS');

/** A lease runs this long; a contact must be sent by then (assumed). */
export const LEASE_DAYS = 14;
/** An overflow key is replaced when it has less than this left. */
export const OVERFLOW_RENEW_DAYS = 7;
