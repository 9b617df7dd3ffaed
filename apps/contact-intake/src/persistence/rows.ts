import type { Tx } from '@mash/persistence';
import type { DataSource } from 'typeorm';

const snake = (name: string): string => name.replaceAll(/[A-Z]|(?<=[a-z])\d+/g, (part) => `_${part.toLowerCase()}`);
const camel = (name: string): string =>
  name.replaceAll(/_([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());

/** Null in the database is "not stated" in the domain, which has no null. */
const toRecord = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [camel(name), value]),
  );

/** Reads rows as records: `mention_id` becomes `mentionId`, null becomes absent. The caller names the record that its columns make. */
export async function readRows<T>(from: Tx | DataSource, sql: string, parameters: readonly unknown[]): Promise<T[]> {
  const rows = await from.query<Record<string, unknown>[]>(sql, [...parameters]);
  return rows.map((row) => toRecord(row) as T);
}

/** Inserts one record: its keys are the columns, and what is undefined is left to the column's default. Table and keys come from code. */
export async function insertRow(tx: Tx, table: string, record: object): Promise<void> {
  const stated = Object.entries(record).filter(([, value]) => value !== undefined);
  const columns = stated.map(([name]) => snake(name)).join(', ');
  const places = stated.map((_entry, index) => `$${index + 1}`).join(', ');
  const values = stated.map(([, value]) => value as unknown);
  await tx.query(`INSERT INTO ${table} (${columns}) VALUES (${places})`, values);
}
