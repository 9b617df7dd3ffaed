import { readKafkaConnection, type KafkaConnection } from '@mash/messaging';
import { parseKey, SigningPublicKey } from '@mash/sealing';
import { needed, readServiceConfig, type ServiceConfig } from '@mash/service-host';

/** What this service needs beside what every service needs. */
export interface IntakeSettings {
  /** Where links in mail lead. */
  readonly consoleUrl: string;
  /** The key by which `sharing` signs leases: what an agency's system sealed to has to be leased by it. */
  readonly sharingKey: SigningPublicKey;
}

export const INTAKE_SETTINGS = Symbol('INTAKE_SETTINGS');

export interface IntakeConfig extends ServiceConfig {
  kafka: KafkaConnection;
  databaseUrl: string;
  sharingKey: SigningPublicKey;
}

/** Reads the environment once, at start. Throws where there is no database to keep contacts in, or no key to know leases by. */
export function readIntakeConfig(env: NodeJS.ProcessEnv = process.env): IntakeConfig {
  const config = readServiceConfig(env);
  const databaseUrl = needed(env, 'DATABASE_URL');
  const sharingKey = parseKey(SigningPublicKey, needed(env, 'SHARING_PUBLIC_KEY'));
  return { ...config, kafka: readKafkaConnection(env), databaseUrl, sharingKey };
}

/** The URL of the owner role, for the migration command alone. */
export const readOwnerUrl = (): string => needed(process.env, 'OWNER_DATABASE_URL');
