import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';

export type Claims = JWTPayload & Record<string, unknown>;

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
};

const clientIn = (request: IncomingMessage): string => {
  const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
  return decodeURIComponent(basic.split(':')[0] ?? '');
};

/** An OpenID provider small enough for tests: discovery, published keys, client credentials for whoever asks. */
export class TestIssuer {
  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly privateKey: CryptoKey,
    private readonly publicJwk: object,
  ) {}

  /** How many client-credentials tokens were given out. */
  tokensIssued = 0;

  static async start(): Promise<TestIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' };
    const issuer = new TestIssuer(server, address, privateKey, jwk);
    server.on('request', (request, response) => void issuer.answer(request, response));
    return issuer;
  }

  sign(claims: Claims, header: Record<string, string> = {}): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test', typ: 'at+jwt', ...header })
      .sign(this.privateKey);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(await this.documentFor(request)));
  }

  private async documentFor(request: IncomingMessage): Promise<object> {
    if (request.url === '/jwks') return { keys: [this.publicJwk] };
    if (request.url !== '/token') {
      return { issuer: this.issuer, jwks_uri: `${this.issuer}/jwks`, token_endpoint: `${this.issuer}/token` };
    }
    this.tokensIssued += 1;
    const form = await bodyOf(request);
    const client = clientIn(request);
    const iat = Math.floor(Date.now() / 1000);
    const aud = form.get('resource') ?? '';
    const claims = {
      iss: this.issuer,
      aud,
      sub: client,
      client_id: client,
      scope: form.get('scope') ?? '',
      iat,
      exp: iat + 300,
    };
    return { access_token: await this.sign(claims), token_type: 'Bearer', expires_in: 300 };
  }
}
