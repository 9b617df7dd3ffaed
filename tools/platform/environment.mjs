import { databaseUrl } from './databases.mjs';
import { otherClients, servicesWithDatabase, services } from './services.mjs';

const upper = (name) => name.toUpperCase().replaceAll('-', '_');
const addressVariable = (name) => (name === 'web-console' ? 'CONSOLE_URL' : `${upper(name)}_URL`);

/** What a service may inherit from the shell: nothing that could be a secret of somebody else. */
const inherited = /^(PATH|HOME|LANG|LC_.*|TZ|TMPDIR|NODE_ENV|NODE_EXTRA_CA_CERTS|LOG_LEVEL|OTEL_.*)$/;

/** The parts of the environment that are safe to hand to any child. */
export function inheritedEnvironment(environment = process.env) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => inherited.test(name)));
}

/** Addresses of everything, by the names that the services read. */
export function addresses(platform) {
  const at = (name) => `http://localhost:${platform.ports[name]}`;
  const urls = services
    .filter(({ name }) => name !== 'dev-identity')
    .map(({ name }) => [addressVariable(name), at(name)]);
  return { OIDC_ISSUER: at('dev-identity'), ...Object.fromEntries(urls) };
}

/** Every client of the identity provider with its secret, as `CLIENTS_JSON` carries them. */
function clients(secrets) {
  return [...services.filter(({ name }) => name !== 'dev-identity'), ...otherClients].map(
    ({ name, scopes, demo, partnership, agency }) => ({
      client_id: name,
      client_secret: secrets.clients[name],
      scopes,
      ...(demo ? { demo } : {}),
      ...(agency ? { partnership, agency } : {}),
    }),
  );
}

/** The key-encryption key, and those that a rotation has not got rid of yet. */
export const keyEncryptionSecrets = ({ keyEncryptionKey, earlierKeyEncryptionKeys = '' }) => ({
  MASH_KEK: keyEncryptionKey,
  ...(earlierKeyEncryptionKeys ? { MASH_KEK_EARLIER: earlierKeyEncryptionKeys } : {}),
});

/** What one service alone may know. */
function ownSecrets(name, { secrets, demo }) {
  const key = (owner) => JSON.stringify(secrets.signingKeys[owner]);
  const own = {
    sharing: { ...keyEncryptionSecrets(secrets), SHARING_SIGNING_KEY: key('sharing') },
    audit: { AUDIT_SIGNING_KEY: key('audit') },
    'web-console': { CONSOLE_SIGNING_KEY: key('web-console'), SESSION_SECRET: secrets.sessionSecret },
    'dev-identity': { CLIENTS_JSON: JSON.stringify(clients(secrets)), DEMO: demo ? 'on' : 'off' },
  };
  return own[name] ?? {};
}

/** The public half of a private Ed25519 JWK. */
const publicHalf = ({ d: _private, ...publicKey }) => JSON.stringify(publicKey);

/** Secrets go to their owner only; a public key goes to everybody who pins it. */
export function serviceSecrets(name, { secrets, demo }) {
  return {
    SHARING_PUBLIC_KEY: publicHalf(secrets.signingKeys.sharing),
    CONSOLE_PUBLIC_KEY: publicHalf(secrets.signingKeys['web-console']),
    AUDIT_PUBLIC_KEY: publicHalf(secrets.signingKeys.audit),
    ...ownSecrets(name, { secrets, demo }),
  };
}

/** The whole environment of one service. `platform` is what `openPlatform` made. */
export function serviceEnvironment(service, platform) {
  const { secrets, ports, brokers, topicPrefix, collector, tuning = {} } = platform;
  const hasDatabase = servicesWithDatabase().includes(service);
  return {
    ...inheritedEnvironment(),
    ...addresses(platform),
    ...Object.fromEntries(Object.entries(tuning).filter(([, value]) => value)),
    ...(collector ? { OTEL_EXPORTER_OTLP_ENDPOINT: collector } : {}),
    SERVICE: service.name,
    PORT: String(ports[service.name]),
    KAFKA_BROKERS: brokers,
    TOPIC_PREFIX: topicPrefix,
    ...(hasDatabase ? { DATABASE_URL: databaseUrl(platform, service.name, 'app') } : {}),
    SERVICE_CLIENT_ID: service.name,
    SERVICE_CLIENT_SECRET: secrets.clients[service.name],
    ...serviceSecrets(service.name, platform),
  };
}
