import { freshDatabase } from '@mash/testing';
import type { FreshDatabase } from '@mash/testing';
import { messagingMigration } from '../migrations/messaging-migration';
import { CreateEffects1795132900000 } from './create-effects';
import { SERVICE } from './test-service';

/** A database with the tables of this library and those of the tests' own reaction. */
export const fixtureDatabase = (): Promise<FreshDatabase> =>
  freshDatabase(SERVICE, [...messagingMigration(), CreateEffects1795132900000]);
