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

/** Requests of one session, each with its own copy of it as it was when they began. */
const requestsOf = (sessionID: string) => {
  const first = { sessionID, session: {}, headers: {} } as unknown as ConsoleRequest;
  const cookies: string[] = [];
  const response = { cookie: (name: string, value: string) => cookies.push(`${name}=${value}`) } as unknown as Response;
  keepSecrets(first, response, { person: PERSON, refreshToken: 'first', idToken: 'id' }, 'http://console.test');
  const headers = { cookie: cookies.join('; ') };
  return () => ({ sessionID, session: { sealed: first.session.sealed }, headers }) as unknown as ConsoleRequest;
};

describe('Tokens of the person who is signed in', () => {
  test('of two requests that began at once the second goes on with what the first was given in exchange', async () => {
    const { provider, living } = exchanging();
    const tokens = new UserTokens(provider, new Clock());
    const begin = requestsOf('a session');
    const [one, other] = [begin(), begin()];
    const values = [tokens.tokenFor(one, 'sharing'), tokens.tokenFor(other, 'decision')];
    expect(await Promise.all(values)).toEqual(['for sharing', 'for decision']);
    expect(readSecrets(other)?.refreshToken).toBe([...living][0]);
    expect(await tokens.tokenFor(one, 'audit')).toBe('for audit');
  });

  test('that the provider has ended end the session here as well', async () => {
    const { provider, living } = exchanging();
    const tokens = new UserTokens(provider, new Clock());
    const request = requestsOf('a session')();
    await tokens.tokenFor(request, 'sharing');
    living.clear();
    await expect(tokens.tokenFor(request, 'decision')).rejects.toThrow();
    expect(readSecrets(request)).toBeUndefined();
    await expect(tokens.tokenFor(request, 'sharing')).rejects.toMatchObject({ name: 'NotSignedIn' });
  });
});
