import { migrateService } from '@mash/persistence';
import { readMigrationConfig } from './config';
import { migrations } from './persistence/migrations';

/** Brings the decision database to this version, as its owner. */
migrateService({ ...readMigrationConfig(), migrations }).catch((error: unknown) => {
  process.stderr.write(`decision: migration failed: ${error instanceof Error ? error.message : 'unknown error'}\n`);
  process.exitCode = 1;
});
