import 'reflect-metadata';
import { databaseNames, migrateService } from '@mash/persistence';
import { readOwnerUrl } from './config';
import { migrations } from './persistence/migrations/all-migrations';

/** Brings the schema up to date, as the owner role. Ends with an error where it cannot. */
migrateService({ ownerUrl: readOwnerUrl(), appRole: databaseNames('contact-intake').appRole, migrations }).catch(
  (error: unknown) => {
    process.stderr.write(
      `contact-intake could not migrate: ${error instanceof Error ? error.message : 'unknown error'}\n`,
    );
    process.exitCode = 1;
  },
);
