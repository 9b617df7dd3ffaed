import { randomBytes } from 'node:crypto';
import { databaseNames } from '@mash/persistence';
import type { ProvisionedDatabase } from '@mash/persistence';
import type { DataSourceOptions } from 'typeorm';
import { asAdmin } from './as-admin';
import { migratedTemplate } from './migrated-template';

export interface FreshDatabase extends ProvisionedDatabase {
  /** Ends what is still connected, and removes the database. */
  drop(): Promise<void>;
}

/**
 * A database of its own for one spec file or one test, migrated, so that specs can run side by side: a copy of the one on which the
 * migrations ran, since hundreds of tests want one. `service` is the service it stands in for; the name carries a random end. The two
 * roles are those of all copies; what they may do in one says nothing about another.
 */
export async function freshDatabase(
  service: string,
  migrations: DataSourceOptions['migrations'] = [],
): Promise<FreshDatabase> {
  const template = await migratedTemplate(service, migrations);
  const database = `${databaseNames(service).database}_t${randomBytes(4).toString('hex')}`;
  await asAdmin(async (client) => {
    await client.query(`CREATE DATABASE ${database} TEMPLATE ${template.database} OWNER ${template.ownerRole}`);
    // A copy has what its template holds; who may connect to it or make temporary tables in it is said of each database
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    const { rows } = await client.query<{ role: string; privilege: string }>(
      `SELECT pg_get_userbyid(grantee) AS role, privilege_type AS privilege
         FROM pg_database, aclexplode(datacl) WHERE datname = $1`,
      [template.database],
    );
    for (const { role, privilege } of rows) await client.query(`GRANT ${privilege} ON DATABASE ${database} TO ${role}`);
  });
  const inCopy = (url: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).toString();
  return {
    ...template,
    database,
    ownerUrl: inCopy(template.ownerUrl),
    appUrl: inCopy(template.appUrl),
    drop: async () => {
      await asAdmin((client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
    },
  };
}
