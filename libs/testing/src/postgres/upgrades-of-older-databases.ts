import { migrateService } from '@mash/persistence';
import type { MigrationInterface } from 'typeorm';
import { freshDatabase } from './fresh-database';
import { schemaOf } from './schema-of';

export type MigrationClass = new () => MigrationInterface;

/** How a database of an earlier state compares, once it is brought up to date, with one that was made new. */
export interface Upgrade {
  /** The last group of migrations that it had. */
  readonly had: readonly string[];
  /** What only one of the two has. */
  readonly differs: readonly string[];
}

/**
 * Brings databases of earlier states up to date. Work that is done side by side is merged in another order than its timestamps say, so that a
 * database can have had later migrations while it lacked an earlier one.
 *
 * @param merged names of migrations, in the groups and the order in which they came; those in no group came last
 * @throws what the migration that does not run throws
 */
export async function upgradesOfOlderDatabases(
  service: string,
  migrations: readonly MigrationClass[],
  merged: readonly (readonly string[])[],
): Promise<Upgrade[]> {
  const grouped = new Set(merged.flat());
  const unknown = [...grouped].filter((name) => !migrations.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`No such migration: ${unknown.join(', ')}`);
  const wanted = await schemaAfter(service, [migrations]);
  const upgrades: Upgrade[] = [];
  for (const [at, had] of merged.entries()) {
    const names = new Set(merged.slice(0, at + 1).flat());
    const older = migrations.filter(({ name }) => names.has(name));
    upgrades.push({ had, differs: difference(wanted, await schemaAfter(service, [older, migrations])) });
  }
  return upgrades;
}

async function schemaAfter(service: string, states: readonly (readonly MigrationClass[])[]): Promise<string[]> {
  const database = await freshDatabase(service);
  try {
    for (const state of states) await migrateService({ ...database, migrations: [...state] });
    return await schemaOf(database.ownerUrl);
  } finally {
    await database.drop();
  }
}

const difference = (one: readonly string[], other: readonly string[]): string[] => [
  ...one.filter((line) => !other.includes(line)).map((line) => `new only: ${line}`),
  ...other.filter((line) => !one.includes(line)).map((line) => `upgraded only: ${line}`),
];
