import type { DataSource } from 'typeorm';

/**
 * The statements that would still be needed to make the migrated schema agree with the entities: none, where migrations and entities
 * tell the same story. Tables that no entity describes are left alone.
 */
export async function driftOf(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}
