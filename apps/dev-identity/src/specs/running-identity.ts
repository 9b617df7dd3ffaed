import type { AddressInfo } from 'node:net';
import * as oidc from 'openid-client';
import type { IdentityConfig } from '../config';
import { identityApp } from '../http/identity-app';
import { listen, stopListening } from '../http/listen';
import { Browser } from './browser';

export const CONSOLE_URL = 'http://console.test';
export const RESOURCES = ['contact-intake', 'decision', 'sharing'].map((service) => `urn:mash:${service}`);

const clients = [
  { client_id: 'web-console', client_secret: 'console-secret', scopes: ['keys:lease'], demo: false },
  { client_id: 'decision', client_secret: 'decision-secret', scopes: ['facts:read', 'internal'], demo: false },
  { client_id: 'demo-loader', client_secret: 'loader-secret', scopes: ['keys:lease'], demo: true },
];

/** A provider on a free port, with what a console would do to sign people in. */
export async function runIdentity(changes: Partial<IdentityConfig> = {}) {
  const probe = await listen((await import('express')).default(), 0);
  const { port } = probe.address() as AddressInfo;
  await stopListening(probe);
  const issuer = `http://127.0.0.1:${port}`;
  const config = { port, issuer, consoleUrl: CONSOLE_URL, clients, signingKey: undefined, isDemo: true, ...changes };
  const server = await listen(await identityApp(config), port);
  return {
    issuer,
    close: () => stopListening(server),
    client: (id: string, secret: string) => configured(issuer, id, secret),
  };
}

const configured = (issuer: string, id: string, secret: string) =>
  oidc.discovery(new URL(issuer), id, secret, oidc.ClientSecretBasic(secret), {
    execute: [insecure],
  });

/** Plain HTTP is for these tests only; the library marks the switch as deprecated so that it stands out. */
const insecure = Reflect.get<typeof oidc, 'allowInsecureRequests'>(oidc, 'allowInsecureRequests');

/** Signs in as a person through the page, up to the tokens. */
export async function signIn(issuer: string, accountId: string, browser = new Browser(), again = false) {
  const client = await configured(issuer, 'web-console', 'console-secret');
  const begun = await begin(client, again);
  const page = await browser.visit(begun.url, issuer);
  const back = page.html === '' ? page : await browser.post(page.url, issuer, { accountId });
  const tokens = await finish(client, back.url, begun);
  return { client, browser, tokens, page, back };
}

/** @param again as a console does that wants a person to prove once more who they are */
export async function begin(client: oidc.Configuration, again = false) {
  const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
  const parameters = new URLSearchParams({
    redirect_uri: `${CONSOLE_URL}/sign-in/callback`,
    scope: 'openid profile email offline_access',
    prompt: again ? 'login consent' : 'consent',
    ...(again && { max_age: '300' }),
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  for (const resource of RESOURCES) parameters.append('resource', resource);
  return { url: oidc.buildAuthorizationUrl(client, parameters).href, verifier, state, nonce };
}

export const finish = (
  client: oidc.Configuration,
  callback: string,
  { verifier, state, nonce }: { verifier: string; state: string; nonce: string },
) =>
  oidc.authorizationCodeGrant(
    client,
    new URL(callback),
    { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
    { resource: 'urn:mash:contact-intake' },
  );
