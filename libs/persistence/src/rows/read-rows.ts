import type { DataSource } from 'typeorm';
import type { Tx } from '../unit-of-work/tx';

const camel = (name: string): string =>
  name.replaceAll(/_([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());

/** Null in the database is "not there" in the domain, which has no null. */
const toRecord = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [camel(name), value]),
  );

/** Where rows are read from: an open transaction, or the pool. */
export type Source = Tx | DataSource;

/** Rows as records: `enquiry_id` becomes `enquiryId`, null becomes absent. The caller names the record that its columns make. */
export async function readRows<T>(from: Source, sql: string, parameters: readonly unknown[]): Promise<T[]> {
  const rows = await from.query<Record<string, unknown>[]>(sql, [...parameters]);
  return rows.map((row) => toRecord(row) as T);
}
