import type { SealingPrivateKey } from '@mash/sealing';
import type { KeyStore } from './key-store';

export type Unwrap = (kid: string) => Promise<SealingPrivateKey>;

/** The private halves of one enquiry's keys, each unwrapped once for a call and forgotten with it. */
export function keyRing(keyStore: KeyStore, its: { partnershipId: string; enquiryId: string }): Unwrap {
  const unwrapped = new Map<string, Promise<SealingPrivateKey>>();
  return (kid) => {
    const key = unwrapped.get(kid) ?? keyStore.privateKeyFor(kid, its);
    unwrapped.set(kid, key);
    return key;
  };
}
