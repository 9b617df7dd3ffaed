import { readKafkaConnection, type KafkaConnection } from '@mash/messaging';
import { parseKey, SigningPublicKey } from '@mash/sealing';
import { readServiceConfig } from '@mash/service-host';
import type { ServiceConfig } from '@mash/service-host';

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
export function readIntakeConfig(): IntakeConfig {
  const config = readServiceConfig();
  if (config.databaseUrl === undefined) throw new Error('Configuration: DATABASE_URL is missing');
  if (config.sharingPublicKey === undefined) throw new Error('Configuration: SHARING_PUBLIC_KEY is missing');
  const sharingKey = parseKey(SigningPublicKey, config.sharingPublicKey);
  return { ...config, kafka: readKafkaConnection(), databaseUrl: config.databaseUrl, sharingKey };
}

/** The URL of the owner role, for the migration command alone. */
export function readOwnerUrl(): string {
  const url = process.env.OWNER_DATABASE_URL;
  if (url === undefined || url === '') throw new Error('Configuration: OWNER_DATABASE_URL is missing');
  return url;
}
