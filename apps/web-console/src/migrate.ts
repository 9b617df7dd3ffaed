import { databaseNames, migrateService } from '@mash/persistence';
import { readMigrationConfig } from './config';
import { migrations } from './persistence/migrations';

/** Brings the console's database (sessions, held posts, overflow leases) up to date, as its owner role. */
async function migrate(): Promise<void> {
  const { appRole } = databaseNames('web-console');
  await migrateService({ ownerUrl: readMigrationConfig().ownerUrl, appRole, migrations });
}

migrate().catch((error: unknown) => {
  process.stderr.write(
    `Migrating the console's database failed: ${error instanceof Error ? error.message : 'unknown'}\n`,
  );
  process.exitCode = 1;
});
