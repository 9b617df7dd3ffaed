import { readServiceConfig } from '@mash/service-host';
import type { ServiceConfig } from '@mash/service-host';

/** What this service needs beside what every service needs. */
export interface IntakeSettings {
  /** Where links in mail lead. */
  readonly consoleUrl: string;
}

export const INTAKE_SETTINGS = Symbol('INTAKE_SETTINGS');

export interface IntakeConfig extends ServiceConfig {
  databaseUrl: string;
}

/** Reads the environment once, at start. Throws where there is no database to keep contacts in. */
export function readIntakeConfig(): IntakeConfig {
  const config = readServiceConfig();
  if (config.databaseUrl === undefined) throw new Error('Configuration: DATABASE_URL is missing');
  return { ...config, databaseUrl: config.databaseUrl };
}

/** The URL of the owner role, for the migration command alone. */
export function readOwnerUrl(): string {
  const url = process.env.OWNER_DATABASE_URL;
  if (url === undefined || url === '') throw new Error('Configuration: OWNER_DATABASE_URL is missing');
  return url;
}
