import { z } from 'zod';
import type { SealingPrivateKey } from '../keys/jwk';
import { SealRefusal } from '../seal-refusal';
import { boundTo } from './bound-to';
import type { KeyBinding, KeyEncryption, WrappedKey } from './key-encryption';
import { keyOf, plainOf } from './plain-key';
import { readWrapped, wrappedText } from './wrapped-text';

export interface KmsSettings {
  /** Base address of the service, without a slash at the end. */
  readonly url: string;
  /** Name of the key there. Its versions are the service's own business. */
  readonly keyName: string;
  /** Bearer token that may encrypt, decrypt and describe this one key. */
  readonly token: string;
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

/** An id that may stand before the dot of a wrapped key. */
const VersionId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const Base64 = z.base64().min(1);
const Described = z.object({ current: VersionId, usable: z.array(VersionId) });
const Encrypted = z.object({ version: VersionId, ciphertext: Base64 });
const Decrypted = z.object({ plaintext: Base64 });

const TIMEOUT_MS = 3_000;
/** A version that was disabled there is noticed here within this time. */
const DESCRIBED_FOR_MS = 10_000;
const b64 = (bytes: Buffer): string => bytes.toString('base64');

/**
 * Key-encryption key in a key management service: the key never leaves it, and each wrapping and unwrapping is one HTTPS call with
 * the binding as associated data. Three calls are all it needs: `GET /keys/:name` -> `{ current, usable[] }`, `POST
 * /keys/:name/encrypt` `{ plaintext, aad }` -> `{ version, ciphertext }`, `POST /keys/:name/decrypt` `{ version, ciphertext, aad }`
 * -> `{ plaintext }`; bytes in base64. A cloud service or an HSM is put behind them by a small adapter.
 */
export class HttpKms implements KeyEncryption {
  private described: { at: number; says: Promise<z.infer<typeof Described>> } | undefined;
  private readonly now: () => number;

  constructor(private readonly settings: KmsSettings) {
    this.now = settings.now ?? Date.now;
  }

  async wrap(privateKey: SealingPrivateKey, binding: KeyBinding): Promise<WrappedKey> {
    const plain = plainOf(privateKey);
    const body = { plaintext: b64(plain), aad: b64(Buffer.from(boundTo(binding))) };
    plain.fill(0);
    const { version, ciphertext } = await this.call('/encrypt', Encrypted, body);
    return wrappedText(version, Buffer.from(ciphertext, 'base64').toString('base64url'));
  }

  async unwrap(wrapped: WrappedKey, binding: KeyBinding): Promise<SealingPrivateKey> {
    const { kekId: version, text } = readWrapped(wrapped);
    if (!(await this.holds(version))) throw new SealRefusal('SEAL.KEK_MISSING');
    const ciphertext = b64(Buffer.from(text, 'base64url'));
    const body = { version, ciphertext, aad: b64(Buffer.from(boundTo(binding))) };
    const { plaintext } = await this.call('/decrypt', Decrypted, body);
    return keyOf(Buffer.from(plaintext, 'base64'), binding);
  }

  async currentId(): Promise<string> {
    return (await this.describe()).current;
  }

  async holds(kekId: string): Promise<boolean> {
    return (await this.describe()).usable.includes(kekId);
  }

  private describe(): Promise<z.infer<typeof Described>> {
    if (this.described !== undefined && this.now() - this.described.at < DESCRIBED_FOR_MS) return this.described.says;
    const asked = { at: this.now(), says: this.call('', Described) };
    this.described = asked;
    asked.says.catch(() => {
      if (this.described === asked) this.described = undefined; // a failure is asked again at once
    });
    return asked.says;
  }

  private async call<T>(path: string, schema: z.ZodType<T>, body?: object): Promise<T> {
    const { url, keyName, token, timeoutMs = TIMEOUT_MS } = this.settings;
    const response = await fetch(`${url}/keys/${encodeURIComponent(keyName)}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    }).catch(unreachable);
    // 422: it looked and the bytes do not decrypt with this binding. Anything else that is no answer is the service's trouble, not the key's.
    if (response.status === 422) throw new SealRefusal('SEAL.UNWRAP_FAILED');
    if (response.status === 404 || response.status === 410) throw new SealRefusal('SEAL.KEK_MISSING');
    if (!response.ok) throw new SealRefusal('SEAL.KMS_UNREACHABLE', [`status ${response.status}`]);
    const answer = schema.safeParse(await response.json().catch(() => undefined));
    if (!answer.success) throw new SealRefusal('SEAL.KMS_UNREACHABLE', ['answer']);
    return answer.data;
  }
}

/** The cause stays out: it names an address, and whoever reads the log knows where the service is. */
function unreachable(): never {
  throw new SealRefusal('SEAL.KMS_UNREACHABLE');
}
