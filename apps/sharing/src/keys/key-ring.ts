import type { SealingPrivateKey } from '@mash/sealing';
import type { KeyOpens, KeyStore } from './key-store';

export type Unwrap = (kid: string, opens?: KeyOpens) => Promise<SealingPrivateKey>;

/** The private halves of one enquiry's keys, each unwrapped once for a call and forgotten with it. */
export function keyRing(keyStore: KeyStore, its: { partnershipId: string; enquiryId: string }): Unwrap {
  const unwrapped = new Map<string, Promise<SealingPrivateKey>>();
  return (kid, opens = 'what is of the enquiry') => {
    const name = `${kid} ${opens}`;
    const key = unwrapped.get(name) ?? keyStore.privateKeyFor(kid, its, opens);
    unwrapped.set(name, key);
    return key;
  };
}
