import { serviceEnvironment } from './environment.mjs';
import { makeSecrets } from './secrets.mjs';
import { services } from './services.mjs';

interface Secrets {
  keyEncryptionKey: string;
  sessionSecret: string;
  postgres: string;
  clients: Record<string, string>;
  databases: Record<string, { owner: string; app: string }>;
  signingKeys: Record<string, { d: string; x: string; kid: string }>;
}
const secrets = makeSecrets() as Secrets;
const ports = Object.fromEntries(
  [...(services as { name: string }[]), { name: 'postgres' }].map(({ name }, at) => [name, 7000 + at]),
);
const platform = { secrets, ports, brokers: '127.0.0.1:7100', topicPrefix: '', demo: true };

const names = (services as { name: string }[]).map(({ name }) => name);
const given = (name: string): string => {
  const service = (services as { name: string }[]).find((one) => one.name === name);
  return JSON.stringify(serviceEnvironment(service, platform));
};
const holdersOf = (secret: string): string[] => names.filter((name) => given(name).includes(secret));

describe('What the launcher tells each service', () => {
  test('the key-encryption key goes to sharing and to nobody else', () => {
    expect(holdersOf(secrets.keyEncryptionKey)).toEqual(['sharing']);
  });

  test.each(['sharing', 'audit', 'web-console'])('the signing key of %s goes to it alone', (owner) => {
    expect(holdersOf(secrets.signingKeys[owner]!.d)).toEqual([owner]);
  });

  test('each service is told of a collector, and of none where there is none', () => {
    const told = (collector: string) =>
      names.filter((name) => {
        const service = (services as { name: string }[]).find((one) => one.name === name);
        const environment = serviceEnvironment(service, { ...platform, collector }) as Record<string, string>;
        return environment['OTEL_EXPORTER_OTLP_ENDPOINT'] === 'http://127.0.0.1:4318';
      });
    expect(told('http://127.0.0.1:4318')).toEqual(names);
    expect(told('')).toEqual([]);
  });

  test('each service is told of what the settings tune, and of nothing where they are empty', () => {
    const service = (services as { name: string }[])[0];
    const told = (value: string) =>
      (
        serviceEnvironment(service, { ...platform, tuning: { MISSING_EVENT_PATIENCE_MINUTES: value } }) as Record<
          string,
          string
        >
      )['MISSING_EVENT_PATIENCE_MINUTES'];
    expect([told('20'), told('')]).toEqual(['20', undefined]);
  });

  test('everybody may pin the public key of sharing', () => {
    expect(holdersOf(secrets.signingKeys['sharing']!.x)).toEqual(names);
  });

  test('the secret of a client goes to that client and to the identity provider', () => {
    expect(holdersOf(secrets.clients['decision']!).sort()).toEqual(['decision', 'dev-identity']);
    expect(holdersOf(secrets.clients['demo-loader']!)).toEqual(['dev-identity']);
  });

  test('the session secret goes to the console alone', () => {
    expect(holdersOf(secrets.sessionSecret)).toEqual(['web-console']);
  });

  test("no service gets the database server's password, nor the owner role of its own database", () => {
    expect(holdersOf(secrets.postgres)).toEqual([]);
    expect(names.flatMap((name) => holdersOf(secrets.databases[name]!.owner))).toEqual([]);
  });

  test('secrets are new for each platform', () => {
    expect((makeSecrets() as Secrets).keyEncryptionKey).not.toBe(secrets.keyEncryptionKey);
  });
});
