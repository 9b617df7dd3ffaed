import { needed, readServiceConfig } from '../config';

const enough = { PORT: '4020', OIDC_ISSUER: 'http://localhost:4001/' };

describe('Reading the environment', () => {
  test('gives typed settings with the fixed local addresses as defaults', () => {
    const config = readServiceConfig(enough);
    expect(config).toMatchObject({ port: 4020, oidcIssuer: 'http://localhost:4001' });
    expect(config.urls.sharing).toBe('http://localhost:4040');
  });

  test('names what is wrong and never says what it was', () => {
    const read = () => readServiceConfig({ PORT: 'x', SHARING_PUBLIC_KEY: 'not json, a secret perhaps' });
    expect(read).toThrow(/PORT.*OIDC_ISSUER.*SHARING_PUBLIC_KEY/);
    expect(read).not.toThrow(/secret perhaps/);
  });

  test('takes no empty setting for one that is there', () => {
    expect(needed({ DATABASE_URL: 'postgres://x' }, 'DATABASE_URL')).toBe('postgres://x');
    for (const env of [{}, { DATABASE_URL: '' }])
      expect(() => needed(env, 'DATABASE_URL')).toThrow(/DATABASE_URL is needed/);
  });
});
