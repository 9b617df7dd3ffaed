import { isDeepStrictEqual } from 'node:util';
import { claimedSigner, signStatement, verifiedStatement } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import { KEY_SETTINGS, type KeySettings } from '../keys/key-settings';
import { ownKeyAt } from '../keys/own-key-at';
import type { CapabilityRow } from './capability.repository';

const KIND = 'mash-release-capability';

const statementOf = ({ madeAt, expiresAt, ...row }: CapabilityRow) => ({
  ...row,
  madeAt: madeAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

/** Signs what a capability is for, and knows its own signature again. */
@Injectable()
export class CapabilitySeal {
  constructor(@Inject(KEY_SETTINGS) private readonly settings: KeySettings) {}

  sign(row: CapabilityRow): Promise<string> {
    return signStatement(KIND, statementOf(row), this.settings.signingKey);
  }

  /** Whether this service signed it, by the key that it had when it was made, for this very row. */
  async isOf(capability: string, row: CapabilityRow): Promise<boolean> {
    const key = ownKeyAt(this.settings, claimedSigner(KIND, capability), row.madeAt);
    if (key === undefined) return false;
    const statement = await verifiedStatement(capability, key);
    return isDeepStrictEqual(statement?.says, statementOf(row));
  }
}
