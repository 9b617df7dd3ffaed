import type { DataSource, DataSourceOptions } from 'typeorm';
import { createDataSource } from '../data-source/create-data-source';
import { APP_ROLE_SETTING } from '../roles/app-role';

export interface MigrationSettings {
  /** URL of the owner role, the only one that changes the schema. */
  readonly ownerUrl: string;
  /** The role that the grants in the migrations are for. */
  readonly appRole: string;
  readonly migrations: DataSourceOptions['migrations'];
}

const LOCK = `hashtextextended('mash.migrate', 0)`;

async function runUnderLock(dataSource: DataSource): Promise<void> {
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query(`SELECT pg_advisory_lock(${LOCK})`);
    await dataSource.runMigrations();
    await guard.query(`SELECT pg_advisory_unlock(${LOCK})`);
  } finally {
    await guard.release();
  }
}

/**
 * Runs the migrations that have not run yet, each in its own transaction, as the owner role. Run twice, it does nothing the second
 * time; run by two processes at once, one waits for the other. An error leaves the failing migration undone and is thrown.
 */
export async function migrateService({ ownerUrl, appRole, migrations }: MigrationSettings): Promise<void> {
  const dataSource = createDataSource({
    url: ownerUrl,
    migrations,
    poolSize: 2,
    applicationName: 'mash-migrate',
    session: { [APP_ROLE_SETTING]: appRole },
  });
  await dataSource.initialize();
  try {
    await runUnderLock(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
