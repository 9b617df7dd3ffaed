import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { brokers, identityUrl, ownerDatabaseUrl, secrets, urlOf } from './platform';

const COMMAND = join(__dirname, '../../../apps/sharing/dist/check-rows.js');

/** The app's own way into its database. */
function appDatabaseUrl(): string {
  const url = new URL(ownerDatabaseUrl('sharing'));
  url.username = url.username.replace('_owner', '_app');
  url.password = secrets().databases['sharing']?.app ?? '';
  return url.toString();
}

/** Runs `check-rows.js` beside the running service, as an operator would. */
export function checkRows(): Promise<{ code: number | null; said: string }> {
  const { signingKeys, clients, keyEncryptionKey } = secrets();
  const { d: _private, ...consoleKey } = signingKeys['web-console'] ?? {};
  const env = {
    PATH: process.env['PATH'],
    PORT: '0',
    DATABASE_URL: appDatabaseUrl(),
    KAFKA_BROKERS: brokers().join(','),
    OIDC_ISSUER: identityUrl(),
    AUDIT_URL: urlOf('audit'),
    SERVICE_CLIENT_ID: 'sharing',
    SERVICE_CLIENT_SECRET: clients['sharing'],
    MASH_KEK: keyEncryptionKey,
    SHARING_SIGNING_KEY: JSON.stringify(signingKeys['sharing']),
    CONSOLE_PUBLIC_KEY: JSON.stringify(consoleKey),
  };
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(process.execPath, [COMMAND], { env });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, said }));
  });
}

/** Writes behind the application, as the owner of the tables. */
export async function writeAsOwner<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: ownerDatabaseUrl('sharing') });
  await client.connect();
  try {
    return (await client.query<T>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
