import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { otherClients, services, servicesWithKafkaUser } from './services.mjs';

const random = (bytes = 24) => randomBytes(bytes).toString('base64url');
const forEach = (names, make) => Object.fromEntries(names.map((name) => [name, make()]));

/** Key id of an Ed25519 JWK: its thumbprint (RFC 7638), so that a key always has the same name. */
function thumbprint({ crv, kty, x }) {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

/** A private Ed25519 key as a JWK. */
function signingKey() {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { ...jwk, kid: thumbprint(jwk), alg: 'EdDSA', use: 'sig' };
}

/** A Kafka id is 16 random bytes; one that began with a dash would read as an option. */
function kafkaClusterId() {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? kafkaClusterId() : id;
}

/** Makes every secret of one platform on one machine, at random. */
export function makeSecrets() {
  const names = services.map(({ name }) => name);
  return {
    id: random(9),
    postgres: random(),
    kafkaClusterId: kafkaClusterId(),
    databases: forEach(names, () => ({ owner: random(), app: random() })),
    kafka: forEach(['admin', ...servicesWithKafkaUser().map(({ name }) => name)], () => random()),
    clients: forEach([...names, ...otherClients.map(({ name }) => name)], () => random()),
    keyEncryptionKey: randomBytes(32).toString('base64'),
    sessionSecret: random(32),
    signingKeys: forEach(['sharing', 'web-console', 'audit'], signingKey),
  };
}

/** Adds what a newer version of the platform asks for and an older file lacks; what is there stays as it is. */
function complete(kept, fresh) {
  return Object.fromEntries(
    Object.entries(fresh).map(([name, value]) => {
      const nested = typeof value === 'object' && typeof kept[name] === 'object';
      return [name, kept[name] === undefined ? value : nested ? { ...value, ...kept[name] } : kept[name]];
    }),
  );
}

/** Reads the secrets of this platform; makes them, readable by their owner only, where there are none. */
export function keptSecrets(path) {
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const secrets = complete(kept, makeSecrets());
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
