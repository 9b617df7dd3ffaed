import { createHash } from 'node:crypto';
import { parseKey, SealingPrivateKey } from '../keys/jwk';
import { SealRefusal } from '../seal-refusal';
import { decrypt, encrypt } from './aes-256-gcm';
import type { KeyBinding, KeyEncryption, WrappedKey } from './key-encryption';

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
    const plain = Buffer.from(JSON.stringify(parseKey(SealingPrivateKey, privateKey)), 'utf8');
    const text = encrypt(this.current.key, plain, boundTo(binding));
    plain.fill(0);
    return Promise.resolve(`${this.current.id}.${text}`);
  }

  /** Async, so that a refusal is a rejection here as it is with a remote key management service. */
  async unwrap(wrapped: WrappedKey, binding: KeyBinding): Promise<SealingPrivateKey> {
    const plain = await Promise.resolve(this.open(wrapped, binding));
    const privateKey = parseKey(SealingPrivateKey, plain.toString('utf8'));
    plain.fill(0);
    if (privateKey.kid !== binding.kid) throw new SealRefusal('SEAL.UNWRAP_FAILED');
    return privateKey;
  }

  isStale(wrapped: WrappedKey): boolean {
    return !wrapped.startsWith(`${this.current.id}.`);
  }

  private open(wrapped: WrappedKey, binding: KeyBinding): Buffer {
    const [kekId = '', text = ''] = wrapped.split('.');
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

/** One text for one binding: a JSON array, so that no two bindings can run into each other. */
function boundTo({ kid, partnershipId, enquiryId }: KeyBinding): string {
  return JSON.stringify(['mash-wrapped-key', kid, partnershipId, enquiryId]);
}
