import type { RegisteredSigner } from '@mash/sealing';
import { endOf } from '../domain/system-keys/key-standing';
import type { SystemKeyWithEnds } from './system-key.repository';

/** A registered key as the opener of an envelope reads it: whose it is, what it may seal, and until when its signatures count. */
export const signerOfKey = (key: SystemKeyWithEnds): RegisteredSigner => ({
  publicKey: key.publicJwk,
  speaksFor: 'system',
  systemId: key.clientId,
  maySeal: key.maySeal,
  partnershipId: key.partnershipId,
  agencyId: key.agencyId,
  term: {
    from: key.validFrom,
    until: endOf(key),
    ...(key.revokedAt !== null && { revokedAt: key.revokedAt }),
  },
});
