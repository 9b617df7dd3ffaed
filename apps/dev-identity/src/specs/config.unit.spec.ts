import { Role } from '@mash/contracts';
import { readIdentityConfig } from '../config';
import { DEMO_PEOPLE } from '../people/demo-people';
import { signingKey } from '../provider/signing-key';

const enough = {
  OIDC_ISSUER: 'http://localhost:4001/',
  CONSOLE_URL: 'http://localhost:4000',
  CLIENTS_JSON: JSON.stringify([{ client_id: 'decision', client_secret: 'long enough', scopes: ['facts:read'] }]),
};

describe('The demo identity provider', () => {
  test('does not start in production', () => {
    expect(() => readIdentityConfig({ ...enough, NODE_ENV: 'production' })).toThrow(
      /does not start with NODE_ENV=production/,
    );
  });

  test('keeps the demo doors shut unless told otherwise', () => {
    expect(readIdentityConfig(enough)).toMatchObject({ isDemo: false, port: 4001, issuer: 'http://localhost:4001' });
    expect(readIdentityConfig({ ...enough, DEMO: 'on' }).isDemo).toBe(true);
  });

  test('names a wrong setting and not what it was', () => {
    const read = () => readIdentityConfig({ ...enough, CLIENTS_JSON: '[{"client_id":"x","client_secret":"hush"}]' });
    expect(read).toThrow(/CLIENTS_JSON/);
    expect(read).not.toThrow(/hush/);
  });

  test('keeps the name of a given key, so that tokens outlive a restart', async () => {
    const first = await signingKey(undefined);
    const given = { ...first.jwk, kid: undefined } as never;
    expect((await signingKey(given)).jwk.kid).toBe(first.jwk.kid);
  });

  test('has somebody for every role, in two partnerships, each with an id of their own', () => {
    const roles = new Set(DEMO_PEOPLE.flatMap((person) => person.roles));
    expect([...roles].sort()).toEqual([...Role.options].sort());
    expect(new Set(DEMO_PEOPLE.map((person) => person.partnership)).size).toBe(2);
    expect(new Set(DEMO_PEOPLE.map((person) => person.accountId)).size).toBe(DEMO_PEOPLE.length);
  });
});
