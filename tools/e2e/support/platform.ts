import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Services that people and systems call over HTTP with a token whose audience is theirs. */
export const SERVICES = ['contact-intake', 'decision', 'agency-requests', 'sharing', 'audit'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Services that keep a database of their own. */
export const DATABASES = [...SERVICES, 'web-console'] as const;

const Secrets = z.object({
  keyEncryptionKey: z.string(),
  databases: z.record(z.string(), z.object({ app: z.string() })),
  clients: z.record(z.string(), z.string()),
  signingKeys: z.record(z.string(), z.record(z.string(), z.string())),
});

const variable = (name: string) => name.toUpperCase().replaceAll('-', '_');

/** @throws Error naming what `npm test` sets and a run by hand forgot */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: these specs need a running platform (tools/README.md).`);
  return value;
}

export const urlOf = (service: ServiceName): string => setting(`MASH_TEST_${variable(service)}_URL`);
export const identityUrl = (): string => setting('MASH_TEST_IDENTITY_URL');
export const consoleUrl = (): string => setting('MASH_TEST_CONSOLE_URL');
export const brokers = (): string[] => setting('MASH_TEST_KAFKA').split(',');
export const logFolder = (): string => setting('MASH_TEST_LOGS');

/** The address of a service's database as the role that owns it: it may read every table. */
export const ownerDatabaseUrl = (service: string): string =>
  setting(`MASH_TEST_${variable(service)}_OWNER_DATABASE_URL`);

/** Secrets of the platform under test: of clients, and the key by which the console vouches for what its people wrote. */
export const secrets = (): z.infer<typeof Secrets> =>
  Secrets.parse(JSON.parse(readFileSync(setting('MASH_TEST_SECRETS'), 'utf8')));
