import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { DEMO_PEOPLE } from '../people/demo-people';
import { Browser } from './browser';
import { CONSOLE_URL, begin, finish, runIdentity, signIn } from './running-identity';

const analyst = DEMO_PEOPLE.find(({ roles }) => roles.includes('mash-analyst'))!;

describe('Signing in', () => {
  let identity: Awaited<ReturnType<typeof runIdentity>>;
  beforeAll(async () => {
    identity = await runIdentity();
  });
  afterAll(() => identity.close());

  test('one picks a person on a plain page and comes back with tokens', async () => {
    const { page, back, tokens } = await signIn(identity.issuer, analyst.accountId);
    expect(page.html).toContain('<title>Choose who to sign in as</title>');
    for (const { name } of DEMO_PEOPLE) expect(page.html).toContain(name);
    expect(back.url).toMatch(`${CONSOLE_URL}/sign-in/callback?code=`);
    expect(tokens.claims()).toMatchObject({
      sub: analyst.accountId,
      name: analyst.name,
      email: analyst.email,
      role_title: analyst.roleTitle,
    });
  });

  test('the access token is a five-minute JWT for one service, with roles and no name', async () => {
    const { tokens } = await signIn(identity.issuer, analyst.accountId);
    const keys = createRemoteJWKSet(new URL(`${identity.issuer}/jwks`));
    const { payload } = await jwtVerify(tokens.access_token, keys, {
      issuer: identity.issuer,
      audience: 'urn:mash:contact-intake',
    });
    expect(payload).toMatchObject({
      sub: analyst.accountId,
      roles: ['mash-analyst'],
      agency: 'riverside-council',
      agency_kind: 'council',
      partnership: analyst.partnership,
      clearances: ['social-worker'],
    });
    expect(payload.exp! - payload.iat!).toBe(300);
    expect(JSON.stringify(payload)).not.toContain(analyst.name);
    expect(payload).not.toHaveProperty('email');
  });

  test('the refresh token gives a token for each service, and is exchanged each time', async () => {
    const { client, tokens } = await signIn(identity.issuer, analyst.accountId);
    const next = await oidc.refreshTokenGrant(client, tokens.refresh_token!, { resource: 'urn:mash:sharing' });
    expect(decodeJwt(next.access_token).aud).toBe('urn:mash:sharing');
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    const third = await oidc.refreshTokenGrant(client, next.refresh_token!, { resource: 'urn:mash:decision' });
    expect(decodeJwt(third.access_token)).toMatchObject({ aud: 'urn:mash:decision', roles: ['mash-analyst'] });
  });

  test('every token says when the person signed in, refreshed ones too, and signing in once more makes it now', async () => {
    const { browser, client, tokens } = await signIn(identity.issuer, analyst.accountId);
    const first = decodeJwt(tokens.access_token)['auth_time'] as number;
    expect(Math.abs(first - Date.now() / 1000)).toBeLessThan(30);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const next = await oidc.refreshTokenGrant(client, tokens.refresh_token!, { resource: 'urn:mash:sharing' });
    expect(decodeJwt(next.access_token)['auth_time']).toBe(first);
    const known = await signIn(identity.issuer, analyst.accountId, browser);
    expect([known.page.html, decodeJwt(known.tokens.access_token)['auth_time']]).toEqual(['', first]);
    const again = await signIn(identity.issuer, analyst.accountId, browser, true);
    expect(again.page.html).toContain('<title>Choose who to sign in as</title>');
    expect(decodeJwt(again.tokens.access_token)['auth_time']).toBeGreaterThan(first);
    expect(again.tokens.claims()?.auth_time).toBe(decodeJwt(again.tokens.access_token)['auth_time']);
  });

  test('two requests of one browser may exchange it at the same moment', async () => {
    const { client, tokens } = await signIn(identity.issuer, analyst.accountId);
    const exchange = (service: string) =>
      oidc.refreshTokenGrant(client, tokens.refresh_token!, { resource: `urn:mash:${service}` });
    const both = await Promise.all([exchange('sharing'), exchange('decision')]);
    expect(both.map(({ access_token: token }) => decodeJwt(token).aud)).toEqual([
      'urn:mash:sharing',
      'urn:mash:decision',
    ]);
  });

  test('a target that is no service of ours is refused', async () => {
    const { client, tokens } = await signIn(identity.issuer, analyst.accountId);
    const asking = oidc.refreshTokenGrant(client, tokens.refresh_token!, { resource: 'urn:mash:elsewhere' });
    await expect(asking).rejects.toMatchObject({ error: 'invalid_target' });
  });

  test('a code is worth nothing without the verifier that belongs to it', async () => {
    const client = await identity.client('web-console', 'console-secret');
    const begun = await begin(client);
    const browser = new Browser();
    const page = await browser.visit(begun.url, identity.issuer);
    const back = await browser.post(page.url, identity.issuer, { accountId: analyst.accountId });
    const stolen = finish(client, back.url, { ...begun, verifier: oidc.randomPKCECodeVerifier() });
    await expect(stolen).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('a sign-in without PKCE is refused', async () => {
    const address = new URL(`${identity.issuer}/auth`);
    address.search = new URLSearchParams({
      client_id: 'web-console',
      redirect_uri: `${CONSOLE_URL}/sign-in/callback`,
      response_type: 'code',
      scope: 'openid',
    }).toString();
    const { url } = await new Browser().visit(address.href, identity.issuer);
    expect(new URL(url).searchParams.get('error')).toBe('invalid_request');
  });

  test('nobody is sent to an address that is not the console’s', async () => {
    const client = await identity.client('web-console', 'console-secret');
    const address = new URL((await begin(client)).url);
    address.searchParams.set('redirect_uri', 'https://elsewhere.example/callback');
    const { url, status, html } = await new Browser().visit(address.href, identity.issuer);
    expect([new URL(url).host, status]).toEqual([new URL(identity.issuer).host, 400]);
    expect(html).toContain('You cannot sign in this way');
  });

  test('a person who is not on the page cannot be chosen, nor another browser’s sign-in finished', async () => {
    const client = await identity.client('web-console', 'console-secret');
    const browser = new Browser();
    const page = await browser.visit((await begin(client)).url, identity.issuer);
    const unknown = await browser.post(page.url, identity.issuer, {
      accountId: '0198aaaa-0000-7000-8000-000000009999',
    });
    expect(unknown.status).toBe(400);
    const stranger = await new Browser().post(page.url, identity.issuer, { accountId: analyst.accountId });
    expect([stranger.status, stranger.html.includes('Start again')]).toEqual([400, true]);
  });

  test('a second sign-in of the same browser needs no page', async () => {
    const { browser } = await signIn(identity.issuer, analyst.accountId);
    const { page, tokens } = await signIn(identity.issuer, analyst.accountId, browser);
    expect(page.html).toBe('');
    expect(tokens.claims()?.sub).toBe(analyst.accountId);
  });
});

describe('Signing out', () => {
  let identity: Awaited<ReturnType<typeof runIdentity>>;
  beforeAll(async () => {
    identity = await runIdentity();
  });
  afterAll(() => identity.close());

  const endAddress = (client: oidc.Configuration, idToken: string) =>
    oidc.buildEndSessionUrl(client, {
      id_token_hint: idToken,
      post_logout_redirect_uri: `${CONSOLE_URL}/signed-out`,
      state: 's',
    }).href;

  test('ends the session here without a question, and its refresh token with it', async () => {
    const { client, browser, tokens } = await signIn(identity.issuer, analyst.accountId);
    const out = await browser.visit(endAddress(client, tokens.id_token!), identity.issuer);
    expect(out.url).toBe(`${CONSOLE_URL}/signed-out?state=s`);
    const again = await browser.visit((await begin(client)).url, identity.issuer);
    expect(again.html).toContain('Choose who to sign in as');
    const refreshed = oidc.refreshTokenGrant(client, tokens.refresh_token!, { resource: 'urn:mash:sharing' });
    await expect(refreshed).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('works when the session here is gone already', async () => {
    const { client, tokens } = await signIn(identity.issuer, analyst.accountId);
    const out = await new Browser().visit(endAddress(client, tokens.id_token!), identity.issuer);
    expect(out.url).toBe(`${CONSOLE_URL}/signed-out?state=s`);
  });

  test('asks first when the ID token is another person’s', async () => {
    const other = await signIn(identity.issuer, DEMO_PEOPLE[0]!.accountId);
    const { client, browser } = await signIn(identity.issuer, analyst.accountId);
    const out = await browser.visit(endAddress(client, other.tokens.id_token!), identity.issuer);
    expect(out.url).not.toContain(CONSOLE_URL);
    expect(out.html).toContain('Do you want to sign out?');
    const still = await browser.visit((await begin(client)).url, identity.issuer);
    expect(still.url).toContain(`${CONSOLE_URL}/sign-in/callback?code=`);
  });

  test('sends nobody to an address that is not the console’s', async () => {
    const { client, browser, tokens } = await signIn(identity.issuer, analyst.accountId);
    const address = new URL(endAddress(client, tokens.id_token!));
    address.searchParams.set('post_logout_redirect_uri', 'https://elsewhere.example/');
    expect((await browser.visit(address.href, identity.issuer)).status).toBe(400);
  });
});
