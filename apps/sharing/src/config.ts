import { readServiceConfig, type ServiceConfig } from '@mash/service-host';
import { EnvironmentKek, parseKey, SigningPrivateKey, SigningPublicKey, type KeyEncryption } from '@mash/sealing';

export interface SharingConfig extends ServiceConfig {
  readonly databaseUrl: string;
  /** How often the clocks of reviews and tasks are looked at, in milliseconds. */
  readonly clockPollMs: number;
  /** Wraps the private halves of enquiry keys. Without it nothing opens, and the service does not start. */
  readonly keyEncryption: KeyEncryption;
  /** Signs the leases that clients believe. */
  readonly signingKey: SigningPrivateKey;
  /** The console's key: it vouches for the people it signed in. */
  readonly consoleKey: SigningPublicKey;
}

/** @throws ConfigError, SealRefusal SEAL.KEY_MALFORMED; never with the value of a secret */
export function readSharingConfig(env: NodeJS.ProcessEnv = process.env): SharingConfig {
  const earlier = (env['MASH_KEK_EARLIER'] ?? '').split(',').filter((kek) => kek !== '');
  return {
    ...readServiceConfig(env),
    databaseUrl: needed(env, 'DATABASE_URL'),
    clockPollMs: Number(env['CLOCK_POLL_MS'] ?? 5_000),
    keyEncryption: new EnvironmentKek(needed(env, 'MASH_KEK'), earlier),
    signingKey: parseKey(SigningPrivateKey, needed(env, 'SHARING_SIGNING_KEY')),
    consoleKey: parseKey(SigningPublicKey, needed(env, 'CONSOLE_PUBLIC_KEY')),
  };
}

export function readMigrationConfig(env: NodeJS.ProcessEnv = process.env): { ownerUrl: string; appRole: string } {
  return { ownerUrl: needed(env, 'OWNER_DATABASE_URL'), appRole: env['APP_ROLE'] ?? 'sharing_app' };
}

function needed(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`Configuration: ${name} is needed`);
  return value;
}
