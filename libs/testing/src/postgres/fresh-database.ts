import { randomBytes } from 'node:crypto';
import { migrateService, provisionDatabase } from '@mash/persistence';
import type { ProvisionedDatabase } from '@mash/persistence';
import { Client } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { testPostgres } from './test-postgres';

export interface FreshDatabase extends ProvisionedDatabase {
  /** Ends what is still connected, and removes the database and its roles. */
  drop(): Promise<void>;
}

async function asAdmin(statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: testPostgres() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * A database of its own for one spec file, migrated, with its own two roles, so that specs can run side by side.
 * `service` is the service it stands in for; the names carry a random end.
 */
export async function freshDatabase(
  service: string,
  migrations: DataSourceOptions['migrations'] = [],
): Promise<FreshDatabase> {
  const database = await provisionDatabase({
    adminUrl: testPostgres(),
    service: `${service}-t${randomBytes(4).toString('hex')}`,
    ownerPassword: 'owner-of-a-test',
    appPassword: 'app-of-a-test',
  });
  await migrateService({ ownerUrl: database.ownerUrl, appRole: database.appRole, migrations });
  const drop = (): Promise<void> =>
    asAdmin([
      `DROP DATABASE IF EXISTS ${database.database} WITH (FORCE)`,
      `DROP ROLE IF EXISTS ${database.ownerRole}`,
      `DROP ROLE IF EXISTS ${database.appRole}`,
    ]);
  return { ...database, drop };
}
