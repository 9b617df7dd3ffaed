import { issueTestTokens, people, startTestService } from '@mash/testing';
import type { TestService, TestTokens } from '@mash/testing';
import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose';
import request from 'supertest';
import { SampleModule } from './sample.module';

const now = () => Math.floor(Date.now() / 1000);

describe('Who may call a service', () => {
  let tokens: TestTokens;
  let service: TestService;
  beforeAll(async () => {
    tokens = await issueTestTokens();
    service = await startTestService({ service: 'decision', module: SampleModule, issuer: tokens.issuer });
  });
  afterAll(async () => {
    await service.close();
    await tokens.close();
  });

  const ask = async (path: string, token?: string) => {
    const asked = request(service.url).get(path);
    const { status, body } = await (token === undefined ? asked : asked.set('authorization', `Bearer ${token}`));
    return [status, body.code as string | undefined];
  };

  test('a person with a token for this service may', async () => {
    expect(await ask('/things', await tokens.tokenFor(people.manager, 'decision'))).toEqual([200, undefined]);
  });

  test('nobody without a token, save where a route is public', async () => {
    expect(await ask('/things')).toEqual([401, 'AUTH.TOKEN_MISSING']);
    expect(await ask('/things/open')).toEqual([200, undefined]);
    const { headers } = await request(service.url).get('/things');
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  test('a token for another service is refused', async () => {
    expect(await ask('/things', await tokens.tokenFor(people.manager, 'sharing'))).toEqual([401, 'AUTH.TOKEN_INVALID']);
  });

  test('an expired token is refused, and says that it is expired', async () => {
    const old = await tokens.tokenFor(people.manager, 'decision', { iat: now() - 400, exp: now() - 100 });
    expect(await ask('/things', old)).toEqual([401, 'AUTH.TOKEN_EXPIRED']);
  });

  test('a token that lives longer than five minutes is refused', async () => {
    const long = await tokens.tokenFor(people.manager, 'decision', { exp: now() + 3600 });
    expect(await ask('/things', long)).toEqual([401, 'AUTH.TOKEN_INVALID']);
  });

  test('a token without an end is refused', async () => {
    const endless = await tokens.tokenFor(people.manager, 'decision', { exp: undefined });
    expect(await ask('/things', endless)).toEqual([401, 'AUTH.TOKEN_INVALID']);
  });

  test('a token of another issuer is refused', async () => {
    const foreign = await tokens.tokenFor(people.manager, 'decision', { iss: 'https://elsewhere.example' });
    expect(await ask('/things', foreign)).toEqual([401, 'AUTH.TOKEN_INVALID']);
  });

  test('a token signed with another key is refused, whatever key id it names', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    const claims = { iss: tokens.issuer, aud: 'urn:mash:decision', sub: people.manager.id, roles: ['mash-manager'] };
    const forged = await new SignJWT({ ...claims, iat: now(), exp: now() + 60 })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
      .sign(privateKey);
    expect(await ask('/things', forged)).toEqual([401, 'AUTH.TOKEN_INVALID']);
  });

  test('an unsigned token and one signed with a shared secret are refused', async () => {
    const claims = { sub: people.manager.id, roles: ['mash-manager'], iss: tokens.issuer, aud: 'urn:mash:decision' };
    const unsigned = `${new UnsecuredJWT({ ...claims, iat: now(), exp: now() + 60 }).encode()}x`;
    const secret = new TextEncoder().encode('a secret that anybody might have guessed');
    const shared = await new SignJWT({ ...claims, iat: now(), exp: now() + 60 })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(secret);
    expect(await ask('/things', unsigned)).toEqual([401, 'AUTH.TOKEN_INVALID']);
    expect(await ask('/things', shared)).toEqual([401, 'AUTH.TOKEN_INVALID']);
  });

  test('a person’s token that lacks a claim makes nobody, and no system either', async () => {
    for (const missing of ['agency', 'partnership', 'clearances', 'roles']) {
      const half = await tokens.tokenFor(people.manager, 'decision', { [missing]: undefined });
      expect(await ask('/things/shared', half)).toEqual([401, 'AUTH.TOKEN_INVALID']);
    }
  });

  test('rubbish in the header is refused', async () => {
    for (const header of ['Bearer', 'Bearer a.b', 'Basic YTpi', 'Bearer a.b.c d']) {
      const { status } = await request(service.url).get('/things').set('authorization', header);
      expect(status).toBe(401);
    }
  });

  test('a system needs the scope of the route, and gets no further than that', async () => {
    const reader = await tokens.systemTokenFor('sharing', ['facts:read'], 'decision');
    const other = await tokens.systemTokenFor('sharing', ['keys:lease'], 'decision');
    expect(await ask('/things/facts', reader)).toEqual([200, undefined]);
    expect(await ask('/things/facts', other)).toEqual([403, 'AUTH.SCOPE_MISSING']);
    expect(await ask('/things', reader)).toEqual([403, 'AUTH.PEOPLE_ONLY']);
  });

  test('a person is refused where only systems go, whatever scope the token names, and admitted where both may', async () => {
    const person = await tokens.tokenFor(people.manager, 'decision', { scope: 'facts:read' });
    expect(await ask('/things/facts', person)).toEqual([403, 'AUTH.SYSTEMS_ONLY']);
    expect(await ask('/things/shared', person)).toEqual([200, undefined]);
  });
});

describe('A service whose identity provider is down', () => {
  test('answers 503, not 401: the caller did nothing wrong', async () => {
    const tokens = await issueTestTokens();
    const bearer = `Bearer ${await tokens.tokenFor(people.manager, 'decision')}`;
    await tokens.close();
    const service = await startTestService({ service: 'decision', module: SampleModule, issuer: tokens.issuer });
    const { status, body } = await request(service.url).get('/things').set('authorization', bearer);
    await service.close();
    expect([status, body.code]).toEqual([503, 'SERVICE.UNAVAILABLE']);
  });
});
