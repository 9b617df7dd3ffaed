import type { Response } from 'express';
import type { ConsoleConfig } from '../config';
import type { ConsoleRequest } from '../session/console-request';
import type { HeldPosts } from '../session/held-posts';
import { keepSecrets } from '../session/session-secrets';
import type { IdentityProvider } from './identity-provider';
import { ProviderSignOut } from './provider-sign-out';
import { SignInController } from './sign-in.controller';
import type { UserTokens } from './user-tokens';

const config = {
  ...{ consoleUrl: 'https://hub.example', clientId: 'a', clientSecret: 'b' },
} as ConsoleConfig;
const person = {
  ...{ accountId: '0198aaaa-0000-7000-8000-000000000001', partnershipId: '0198aaaa-0000-7000-8000-000000000002' },
  ...{ name: 'Priya Raman', roleTitle: 'Analyst', roles: ['mash-analyst'], clearances: [] },
  ...{ agencyId: 'riverside-council', agencyName: 'Riverside Council', agencyKind: 'council' },
} as never;

describe('Signing out', () => {
  const done: string[] = [];
  const tokens = { forget: () => done.push('tokens forgotten') } as unknown as UserTokens;
  const nobodyThere = () => Promise.reject(new Error('ECONNREFUSED'));
  const provider = { endSessionUrl: nobodyThere } as unknown as IdentityProvider;
  const heldPosts = { dropAll: () => done.push('held forms dropped') } as unknown as HeldPosts;
  const controllerOf = (its: IdentityProvider) =>
    new SignInController(its, new ProviderSignOut(its), tokens, heldPosts, config);
  const controller = controllerOf(provider);
  const response = {
    cookie: (name: string, value: string) => done.push(`${name}=${value}`),
    clearCookie: (name: string) => done.push(`${name} cleared`),
  } as unknown as Response;

  beforeEach(() => done.splice(0));

  const signedIn = (): ConsoleRequest => {
    const session = {
      destroy: (ended: () => void) => {
        done.push('session ended');
        ended();
      },
    };
    const request = { sessionID: 'a-session', session, headers: {} } as unknown as ConsoleRequest;
    keepSecrets(request, response, { person, refreshToken: 'r', idToken: 'i' }, config.consoleUrl);
    request.headers.cookie = done.pop();
    return request;
  };

  test('while the identity provider cannot be reached ends it here, and says that the other sign-in may go on', async () => {
    expect(await controller.signOut(signedIn(), response)).toMatchObject({ to: '/signed-out?only=here' });
    expect(done).toEqual([
      ...['tokens forgotten', 'held forms dropped', 'session ended', 'session cleared', 'session-key cleared'],
    ]);
    expect(controller.signedOut('here')).toMatchObject({ view: { onlyHere: true } });
    expect(controller.signedOut(undefined)).toMatchObject({ view: { onlyHere: false } });
  });

  test('asks the identity provider also where nobody can be proved any more to be signed in here', async () => {
    const asked: unknown[] = [];
    const answers = {
      endSessionUrl: (idToken?: string) => {
        asked.push(idToken);
        return Promise.resolve('https://sign-in.example/end');
      },
    } as unknown as IdentityProvider;
    const keyIsGone = signedIn();
    keyIsGone.headers = {};
    expect(await controllerOf(answers).signOut(keyIsGone, response)).toMatchObject({
      to: 'https://sign-in.example/end',
    });
    expect(await controller.signOut(keyIsGone, response)).toMatchObject({ to: '/signed-out?only=here' });
    expect(asked).toEqual([undefined]);
  });
});
