import { createHash } from 'node:crypto';
import { migrateService, provisionDatabase, provisionedAs } from '@mash/persistence';
import type { ProvisionedDatabase } from '@mash/persistence';
import type { Client } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { asAdmin } from './as-admin';
import { testPostgres } from './test-postgres';

type Migrations = DataSourceOptions['migrations'];

/** One name for one set of migrations, their code included: a template of other code is another template. */
function nameOf(service: string, migrations: Migrations): string {
  const code = Object.values(migrations ?? []).map((one) =>
    typeof one === 'function' ? `${one.name} ${String(one)}` : one,
  );
  return `${service}-template-${createHash('sha256').update(JSON.stringify(code)).digest('hex').slice(0, 12)}`;
}

const isWhole = async (client: Client, { database }: ProvisionedDatabase): Promise<boolean> =>
  (await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND NOT datallowconn', [database])).rowCount === 1;

/**
 * The database of a service with its migrations run, to be copied: made once on a server, whoever asks first, while the others wait.
 * Nobody can connect to it once it is whole, so that it always can be copied. Its two roles are those of every copy.
 */
export function migratedTemplate(service: string, migrations: Migrations): Promise<ProvisionedDatabase> {
  const wanted = {
    adminUrl: testPostgres(),
    service: nameOf(service, migrations),
    ownerPassword: 'owner-of-a-test',
    appPassword: 'app-of-a-test',
  };
  return asAdmin(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [wanted.service]);
    const template = provisionedAs(wanted);
    if (await isWhole(client, template)) return template;
    await client.query(`DROP DATABASE IF EXISTS ${template.database} WITH (FORCE)`); // half made by a run that was stopped
    await provisionDatabase(wanted);
    await migrateService({ ownerUrl: template.ownerUrl, appRole: template.appRole, migrations });
    await client.query(`ALTER DATABASE ${template.database} ALLOW_CONNECTIONS false`);
    return template;
  });
}
