import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const KEY_NAME = 'mash-kek';
const TOKEN = 'a-token-of-a-test';

/** A small key management service for tests: one key with versions, which can be rotated, disabled, slow, and taken off the network. */
export class KmsDouble {
  readonly settings: { url: string; keyName: string; token: string };
  private readonly versions = new Map<string, Buffer>();
  private current = '';
  private failing = false;
  private held: Promise<void> = Promise.resolve();
  private look: () => Promise<unknown> = () => Promise.resolve();
  /** Calls that were answered, by path: what the driver costs. */
  readonly calls: string[] = [];

  private constructor(
    port: number,
    private readonly stop: () => Promise<void>,
  ) {
    this.settings = { url: `http://127.0.0.1:${String(port)}`, keyName: KEY_NAME, token: TOKEN };
    this.rotate();
  }

  static async start(): Promise<KmsDouble> {
    const server = createServer((request, response) => void double.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stop = async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    const double: KmsDouble = new KmsDouble((server.address() as AddressInfo).port, stop);
    return double;
  }

  /** A new version; the earlier ones still decrypt. */
  rotate(): string {
    this.current = `v${String(this.versions.size + 1)}`;
    this.versions.set(this.current, randomBytes(32));
    return this.current;
  }

  /** From now on nothing of that version decrypts. */
  disable(version: string): void {
    this.versions.delete(version);
  }

  /** While it fails, it answers 503 to everything. */
  fail(failing: boolean): void {
    this.failing = failing;
  }

  /** From now on it takes calls in and answers none. @returns what lets it answer again */
  hang(): () => void {
    let goOn: () => void = () => undefined;
    this.held = new Promise((resolve) => (goOn = resolve));
    return goOn;
  }

  /** Looks at something else, from now on, while each call waits for its answer. @returns what ends it */
  whileItWaits(look: () => Promise<unknown>): () => void {
    this.look = look;
    return () => (this.look = () => Promise.resolve());
  }

  close(): Promise<void> {
    return this.stop();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(`/keys/${KEY_NAME}`, '');
    this.calls.push(path);
    await this.held;
    await this.look();
    const isKnown = request.headers.authorization === `Bearer ${TOKEN}`;
    const [status, body] = this.failing ? [503, {}] : isKnown ? this.say(path, await bodyOf(request)) : [401, {}];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private say(path: string, body: Record<string, string>): [number, object] {
    if (path === '') return [200, { current: this.current, usable: [...this.versions.keys()] }];
    const aad = bytesOf(body['aad']);
    if (path === '/encrypt') {
      const key = this.versions.get(this.current) ?? Buffer.alloc(32);
      const ciphertext = encrypted(key, bytesOf(body['plaintext']), aad).toString('base64');
      return [200, { version: this.current, ciphertext }];
    }
    const key = this.versions.get(body['version'] ?? '');
    if (key === undefined) return [410, {}];
    const plain = decrypted(key, bytesOf(body['ciphertext']), aad);
    return plain === undefined ? [422, {}] : [200, { plaintext: plain.toString('base64') }];
  }
}

const [IV_BYTES, TAG_BYTES] = [12, 16];

function encrypted(key: Buffer, plain: Buffer, aad: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(aad);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Undefined where key or associated data are not the ones that it was encrypted under. */
function decrypted(key: Buffer, bytes: Buffer, aad: Buffer): Buffer | undefined {
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(aad).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

const bytesOf = (base64 = ''): Buffer => Buffer.from(base64, 'base64');

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (chunks.length === 0) return {};
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
}
