import { randomUUID } from 'node:crypto';
import express, { type Express, type Request } from 'express';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { STUB_PEOPLE, type StubPerson } from './stub-people';

interface Granted {
  readonly person: StubPerson;
  readonly nonce?: string;
  /** When the person proved who they are: an hour ago, but where the console asked for it afresh. */
  readonly auth_time: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Just enough of an OpenID provider to try the console's pages with: a list of people to click on, code flow, refresh tokens that
 * are exchanged at each use, client credentials. It checks no secret: tests only.
 */
export async function stubIdentity(issuer: () => string): Promise<Express> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'stub', alg: 'ES256', use: 'sig' };
  const codes = new Map<string, Granted>();
  const refreshTokens = new Map<string, Granted>();
  const sign = (claims: object, audience: string): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'stub' })
      .setIssuer(issuer())
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);

  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.get('/.well-known/openid-configuration', (_request, response) => {
    const at = issuer();
    response.json({
      issuer: at,
      authorization_endpoint: `${at}/authorize`,
      token_endpoint: `${at}/token`,
      jwks_uri: `${at}/jwks`,
      end_session_endpoint: `${at}/end`,
      id_token_signing_alg_values_supported: ['ES256'],
      code_challenge_methods_supported: ['S256'],
    });
  });
  app.get('/jwks', (_request, response) => response.json({ keys: [jwk] }));
  app.get('/authorize', (request, response) => response.type('html').send(choicePage(request)));
  app.get('/choose', (request, response) => {
    const person = Object.values(STUB_PEOPLE).find(({ sub }) => sub === request.query['as']);
    if (person === undefined) {
      response.sendStatus(404);
      return;
    }
    const [code, back] = [randomUUID(), new URL(text(request.query['redirect_uri']))];
    const age = request.query['again'] === 'yes' ? 0 : 3600;
    const auth_time = Math.floor(Date.now() / 1000) - age;
    codes.set(code, { person, nonce: text(request.query['nonce']), auth_time });
    back.searchParams.set('code', code);
    back.searchParams.set('state', text(request.query['state']));
    response.redirect(back.href);
  });
  app.post('/token', (request, response, next) => {
    token(request.body as Record<string, string>).then(
      (body) => (body === undefined ? response.status(400).json({ error: 'invalid_grant' }) : response.json(body)),
      next,
    );
  });
  app.post('/end-all', (_request, response) => {
    refreshTokens.clear();
    response.status(204).end();
  });
  app.get('/end', (request, response) => response.redirect(text(request.query['post_logout_redirect_uri'])));

  async function token(body: Record<string, string>): Promise<object | undefined> {
    const audience = body['resource'] ?? 'none';
    if (body['grant_type'] === 'client_credentials') {
      const access_token = await sign({ client_id: 'web-console', scope: body['scope'] ?? '' }, audience);
      return { access_token, token_type: 'bearer', expires_in: 300 };
    }
    const from = body['grant_type'] === 'refresh_token' ? refreshTokens : codes;
    const key = body['refresh_token'] ?? body['code'] ?? '';
    const granted = from.get(key);
    from.delete(key);
    if (granted === undefined) return undefined;
    const refresh_token = randomUUID();
    refreshTokens.set(refresh_token, granted);
    const { name: _name, role_title: _title, ...access } = granted.person;
    const { nonce, auth_time } = granted;
    const id_token = await sign({ ...granted.person, nonce, auth_time }, 'web-console');
    return {
      access_token: await sign({ ...access, auth_time }, audience),
      token_type: 'bearer',
      expires_in: 300,
      refresh_token,
      id_token,
    };
  }
  return app;
}

function choicePage(request: Request): string {
  const query = new URLSearchParams({
    redirect_uri: text(request.query['redirect_uri']),
    state: text(request.query['state']),
    nonce: text(request.query['nonce']),
    again: text(request.query['prompt']).includes('login') ? 'yes' : 'no',
  });
  const links = Object.values(STUB_PEOPLE).map(
    ({ sub, name }) => `<li><a href="/choose?as=${sub}&${query.toString().replaceAll('&', '&amp;')}">${name}</a></li>`,
  );
  return `<!DOCTYPE html><html lang="en"><title>Choose</title><h1>Choose who to sign in as</h1><ul>${links.join('')}</ul></html>`;
}
