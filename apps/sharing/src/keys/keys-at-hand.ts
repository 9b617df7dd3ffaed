import { SealRefusal } from '@mash/sealing';
import type { KeySettings } from './key-settings';
import type { KeyRepository } from './key.repository';

/**
 * Whether every living key can be unwrapped here. A service that started with another key-encryption key would wrap new keys under it
 * and open none of the old ones: two halves of a partnership's record under two keys. So it does not start, and is not ready.
 */
export class KeysAtHand {
  constructor(
    private readonly keys: KeyRepository,
    private readonly settings: KeySettings,
  ) {}

  /** @throws SealRefusal SEAL.KEK_MISSING, SEAL.KMS_UNREACHABLE: then the service does not start */
  static async asserted(keys: KeyRepository, settings: KeySettings): Promise<KeysAtHand> {
    const atHand = new KeysAtHand(keys, settings);
    await atHand.assert();
    return atHand;
  }

  /** @throws SealRefusal SEAL.KEK_MISSING with the ids (they open nothing) of what is missing; SEAL.KMS_UNREACHABLE */
  async assert(): Promise<void> {
    const { keyEncryption } = this.settings;
    await keyEncryption.currentId(); // a service that is asked for the first time must answer before anything depends on it
    const ids = await this.keys.kekIds();
    const held = await Promise.all(ids.map((id) => keyEncryption.holds(id)));
    const missing = ids.filter((_, at) => held[at] === false);
    if (missing.length > 0) throw new SealRefusal('SEAL.KEK_MISSING', missing);
  }
}
