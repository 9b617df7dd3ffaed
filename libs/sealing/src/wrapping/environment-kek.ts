import { createHash } from 'node:crypto';
import type { SealingPrivateKey } from '../keys/jwk';
import { SealRefusal } from '../seal-refusal';
import { decrypt, encrypt } from './aes-256-gcm';
import { boundTo } from './bound-to';
import type { KeyBinding, KeyEncryption, WrappedKey } from './key-encryption';
import { keyOf, plainOf } from './plain-key';
import { readWrapped, wrappedText } from './wrapped-text';

interface Kek {
  readonly id: string;
  readonly key: Buffer;
}

/**
 * Key-encryption key from the environment (`MASH_KEK`, 32 bytes in base64). Wraps under the current one; still unwraps
 * under earlier ones while a rotation goes on. Content is not touched by a rotation: only these small rows are.
 */
export class EnvironmentKek implements KeyEncryption {
  private readonly current: Kek;
  private readonly all: ReadonlyMap<string, Kek>;

  /** @throws SealRefusal SEAL.KEY_MALFORMED when a key is not 32 bytes of base64 */
  constructor(current: string, earlier: readonly string[] = []) {
    this.current = readKek(current);
    this.all = new Map([this.current, ...earlier.map(readKek)].map((kek) => [kek.id, kek]));
  }

  wrap(privateKey: SealingPrivateKey, binding: KeyBinding): Promise<WrappedKey> {
    const plain = plainOf(privateKey);
    const text = encrypt(this.current.key, plain, boundTo(binding));
    plain.fill(0);
    return Promise.resolve(wrappedText(this.current.id, text));
  }

  /** Async, so that a refusal is a rejection here as it is with a remote key management service. */
  async unwrap(wrapped: WrappedKey, binding: KeyBinding): Promise<SealingPrivateKey> {
    return keyOf(await Promise.resolve(this.open(wrapped, binding)), binding);
  }

  currentId(): Promise<string> {
    return Promise.resolve(this.current.id);
  }

  holds(kekId: string): Promise<boolean> {
    return Promise.resolve(this.all.has(kekId));
  }

  private open(wrapped: WrappedKey, binding: KeyBinding): Buffer {
    const { kekId, text } = readWrapped(wrapped);
    const kek = this.all.get(kekId);
    if (kek === undefined) throw new SealRefusal('SEAL.KEK_MISSING');
    const plain = decrypt(kek.key, text, boundTo(binding));
    if (plain === undefined) throw new SealRefusal('SEAL.UNWRAP_FAILED');
    return plain;
  }
}

function readKek(base64: string): Kek {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== 32) throw new SealRefusal('SEAL.KEY_MALFORMED', ['key-encryption key']);
  return { id: createHash('sha256').update('mash-kek-id').update(key).digest('base64url').slice(0, 12), key };
}
