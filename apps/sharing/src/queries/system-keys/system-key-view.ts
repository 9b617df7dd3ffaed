import type { SystemKeys } from '@mash/contracts';
import { endOf, keyStanding } from '../../domain/system-keys/key-standing';
import type { SystemKeyWithEnds } from '../../system-keys/system-key.repository';

/** A key as administrators read it. */
export function systemKeyView(key: SystemKeyWithEnds, now: Date): SystemKeys['keys'][number] {
  const { kid, agencyId, clientId, maySeal, registeredBy, replacedAt, revokedAt, revokedBy, revokedBecause } = key;
  return {
    ...{ kid, agencyId, clientId, maySeal, registeredBy },
    state: keyStanding(key, now),
    registeredAt: key.registeredAt.toISOString(),
    validFrom: key.validFrom.toISOString(),
    validTo: endOf(key).toISOString(),
    ...(replacedAt && { replacedAt: replacedAt.toISOString() }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
    ...(revokedBy !== null && { revokedBy }),
    ...(revokedBecause !== null && { revokedBecause }),
  };
}
