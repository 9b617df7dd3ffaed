import type { SealingPrivateKey } from '../keys/jwk';
import type { KeyBinding, KeyEncryption, WrappedKey } from './key-encryption';
import { readWrapped } from './wrapped-text';

/**
 * Wraps under one driver and still unwraps what another wrapped before: the way from a key in the environment to a key management
 * service, and back, with a rotation between.
 */
export class EarlierToo implements KeyEncryption {
  constructor(
    private readonly current: KeyEncryption,
    private readonly earlier: KeyEncryption,
  ) {}

  wrap(privateKey: SealingPrivateKey, binding: KeyBinding): Promise<WrappedKey> {
    return this.current.wrap(privateKey, binding);
  }

  async unwrap(wrapped: WrappedKey, binding: KeyBinding): Promise<SealingPrivateKey> {
    const isEarlier = await this.earlier.holds(readWrapped(wrapped).kekId);
    return (isEarlier ? this.earlier : this.current).unwrap(wrapped, binding);
  }

  currentId(): Promise<string> {
    return this.current.currentId();
  }

  async holds(kekId: string): Promise<boolean> {
    return (await this.earlier.holds(kekId)) || this.current.holds(kekId);
  }
}
