import type { Response } from 'express';
import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import { ResponseBodyError } from 'openid-client';
import { Clock } from '../clock';
import type { ConsoleRequest } from '../session/console-request';
import { keepSecrets, readSecrets } from '../session/session-secrets';
import type { IdentityProvider } from './identity-provider';
import { UserTokens } from './user-tokens';

const PERSON = {
  ...{ accountId: newId(), name: 'A. Worker', roleTitle: 'MASH analyst', roles: ['mash-analyst'] as ['mash-analyst'] },
  ...{ agencyId: DEMO_AGENCIES.council, agencyKind: 'council' as const, agencyName: 'Council', clearances: [] },
  partnershipId: DEMO_PARTNERSHIP,
};

/** A provider that exchanges each refresh token once, and takes a second use of one for theft. */
const exchanging = () => {
  const living = new Set(['first']);
  const tokenFor = (service: string, refreshToken: string, now: number) => {
    if (!living.delete(refreshToken)) {
      const body = { cause: { error: 'invalid_grant' }, response: new globalThis.Response() };
      return Promise.reject(new ResponseBodyError('refused', body));
    }
    const next = newId();
    living.add(next);
    return Promise.resolve({ token: { value: `for ${service}`, usableUntil: now + 60_000 }, refreshToken: next });
  };
  return { living, provider: { tokenFor } as unknown as IdentityProvider };
};

/** A session's row, and requests of it, each with its own copy of what lay there when it began. */
const aSession = (sessionID: string) => {
  const row = { sealed: '' };
  const saves = (session: { sealed?: string }) => (done: () => void) => {
    row.sealed = session.sealed ?? '';
    done();
  };
  const begin = (headers: object) => {
    const session: { sealed?: string; save?: unknown } = { sealed: row.sealed };
    Object.defineProperty(session, 'save', { value: saves(session) });
    return { sessionID, session, headers } as unknown as ConsoleRequest;
  };
  const cookies: string[] = [];
  const response = { cookie: (name: string, value: string) => cookies.push(`${name}=${value}`) } as unknown as Response;
  const first = begin({});
  keepSecrets(first, response, { person: PERSON, refreshToken: 'first', idToken: 'id' }, 'http://console.test');
  row.sealed = first.session.sealed ?? '';
  const headers = { cookie: cookies.join('; ') };
  return { begin: () => begin(headers), inRow: () => readSecrets(begin(headers))?.refreshToken };
};

describe('Tokens of the person who is signed in', () => {
  test('of two requests that began at once the second goes on with what the first was given in exchange', async () => {
    const { provider, living } = exchanging();
    const tokens = new UserTokens(provider, new Clock());
    const { begin, inRow } = aSession('a session');
    const [one, other] = [begin(), begin()];
    const values = [tokens.tokenFor(one, 'sharing'), tokens.tokenFor(other, 'decision')];
    expect(await Promise.all(values)).toEqual(['for sharing', 'for decision']);
    expect(readSecrets(other)?.refreshToken).toBe([...living][0]);
    // Whichever of them is answered last: each was kept before the next was asked for.
    expect(inRow()).toBe([...living][0]);
    expect(await tokens.tokenFor(one, 'audit')).toBe('for audit');
  });

  test('that the provider has ended end the session here as well', async () => {
    const { provider, living } = exchanging();
    const tokens = new UserTokens(provider, new Clock());
    const request = aSession('a session').begin();
    await tokens.tokenFor(request, 'sharing');
    living.clear();
    await expect(tokens.tokenFor(request, 'decision')).rejects.toThrow();
    expect(readSecrets(request)).toBeUndefined();
    await expect(tokens.tokenFor(request, 'sharing')).rejects.toMatchObject({ name: 'NotSignedIn' });
  });

  test('are not kept, and open no session anew, where the person signed out while they were asked for', async () => {
    const { provider, living } = exchanging();
    const tokens = new UserTokens(provider, new Clock());
    const { begin, inRow } = aSession('a session');
    const asked = tokens.tokenFor(begin(), 'sharing');
    tokens.forget('a session');
    await expect(asked).rejects.toMatchObject({ name: 'NotSignedIn' });
    expect(inRow()).toBe('first');
    expect([...living]).not.toContain('first');
  });

  test('are kept nowhere once they have run out and nobody asks for more', async () => {
    const { provider } = exchanging();
    const tokens = new UserTokens(provider, new Clock());
    await tokens.tokenFor(aSession('a session').begin(), 'sharing');
    expect(Reflect.get(tokens, 'turns')).toEqual(new Map());
  });
});
