import { LegalFrameCheck } from '@mash/contracts';
import { readKafkaConnection, type KafkaConnection } from '@mash/messaging';
import { needed, readServiceConfig, type ServiceConfig } from '@mash/service-host';
import {
  EarlierToo,
  EnvironmentKek,
  HttpKms,
  parseKey,
  SigningPrivateKey,
  SigningPublicKey,
  type KeyEncryption,
} from '@mash/sealing';
import { z } from 'zod';
import type { EarlierKey } from './keys/key-settings';

export interface SharingConfig extends ServiceConfig {
  readonly kafka: KafkaConnection;
  readonly databaseUrl: string;
  /** How often the clocks of reviews and tasks are looked at, in milliseconds. */
  readonly clockPollMs: number;
  /** Wraps the private halves of enquiry keys. Without it nothing opens, and the service does not start. */
  readonly keyEncryption: KeyEncryption;
  /** Signs the leases that clients believe. */
  readonly signingKey: SigningPrivateKey;
  /** Keys that this service had before: what they signed until then still counts; nothing is signed with them. */
  readonly earlierSigningKeys: readonly EarlierKey[];
  /** The console's key: it vouches for the people it signed in. */
  readonly consoleKey: SigningPublicKey;
  /** Keys that the console had before: what they sealed until then stays readable. */
  readonly earlierConsoleKeys: readonly EarlierKey[];
  /** Who checked the law that the rules cite, for this council, and which version of it. */
  readonly legalFrameCheck?: LegalFrameCheck | undefined;
}

/** @throws ConfigError, SealRefusal SEAL.KEY_MALFORMED; never with the value of a secret */
export function readSharingConfig(env: NodeJS.ProcessEnv = process.env): SharingConfig {
  return {
    ...readServiceConfig(env),
    kafka: readKafkaConnection(env),
    databaseUrl: needed(env, 'DATABASE_URL'),
    keyEncryption: readKeyEncryption(env),
    clockPollMs: Number(env['CLOCK_POLL_MS'] ?? 5_000),
    signingKey: parseKey(SigningPrivateKey, needed(env, 'SHARING_SIGNING_KEY')),
    earlierSigningKeys: earlierKeys(env, 'SHARING_PUBLIC_KEYS_EARLIER'),
    consoleKey: parseKey(SigningPublicKey, needed(env, 'CONSOLE_PUBLIC_KEY')),
    earlierConsoleKeys: earlierKeys(env, 'CONSOLE_PUBLIC_KEYS_EARLIER'),
    legalFrameCheck: legalFrameCheck(env),
  };
}

/**
 * The key-encryption key: `MASH_KEK`, or a key management service (`MASH_KMS_URL`, `MASH_KMS_KEY`, `MASH_KMS_TOKEN`). `MASH_KEK_EARLIER`
 * holds what a rotation has not got rid of yet, comma-separated.
 * @throws Error, SealRefusal SEAL.KEY_MALFORMED; never with the value of a secret
 */
export function readKeyEncryption(env: NodeJS.ProcessEnv = process.env): KeyEncryption {
  const earlier = (env['MASH_KEK_EARLIER'] ?? '').split(',').filter((kek) => kek !== '');
  const url = env['MASH_KMS_URL'] ?? '';
  if (url === '') return new EnvironmentKek(needed(env, 'MASH_KEK'), earlier);
  if ((env['MASH_KEK'] ?? '') !== '')
    throw new Error(
      'Configuration: set MASH_KEK or MASH_KMS_URL, not both; a key of before goes into MASH_KEK_EARLIER',
    );
  const settings = {
    url: url.replace(/\/$/, ''),
    keyName: needed(env, 'MASH_KMS_KEY'),
    token: needed(env, 'MASH_KMS_TOKEN'),
  };
  const kms = new HttpKms(settings);
  const [newest, ...older] = earlier;
  return newest === undefined ? kms : new EarlierToo(kms, new EnvironmentKek(newest, older));
}

/** What `npm run keys:rotate` needs, and no more: the database in the app role and the keys. */
export function readRotationConfig(env: NodeJS.ProcessEnv = process.env): {
  databaseUrl: string;
  keyEncryption: KeyEncryption;
} {
  return { databaseUrl: needed(env, 'DATABASE_URL'), keyEncryption: readKeyEncryption(env) };
}

export function readMigrationConfig(env: NodeJS.ProcessEnv = process.env): { ownerUrl: string; appRole: string } {
  return { ownerUrl: needed(env, 'OWNER_DATABASE_URL'), appRole: env['APP_ROLE'] ?? 'sharing_app' };
}

const Earlier = z.array(z.strictObject({ key: SigningPublicKey, until: z.iso.datetime() }));

/** @throws Error where it is no list of keys with their ends; never with what it holds */
function earlierKeys(env: NodeJS.ProcessEnv, name: string): EarlierKey[] {
  const json = env[name] ?? '';
  const read = Earlier.safeParse(json === '' ? [] : asJson(json));
  if (!read.success) throw new Error(`Configuration: ${name} must be [{ "key": <JWK>, "until": <UTC> }]`);
  return read.data.map(({ key, until }) => ({ key, until: new Date(until) }));
}

/** @throws Error where it names no version, person or day; never with what it holds */
function legalFrameCheck(env: NodeJS.ProcessEnv): LegalFrameCheck | undefined {
  const json = env['LEGAL_FRAME_CHECKED'] ?? '';
  if (json === '') return undefined;
  const read = LegalFrameCheck.safeParse(asJson(json));
  if (!read.success)
    throw new Error('Configuration: LEGAL_FRAME_CHECKED must be { "version": <version>, "by": <lawyer>, "on": <day> }');
  return read.data;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
