import type { Tx } from '@mash/persistence';
import { formOf } from './attested-rows';
import type { Finding } from './finding';
import { columnsOf, hashSql, keySql } from './row-form';
import { WATCHED_TABLES } from './watched-tables';

/** Hashes of the rows as they stand in `tx`, by table and key, and by the list of columns: a row that is not there has none. */
export type Snapshot = ReadonlyMap<string, Readonly<Record<string, string>>>;

export const placeOf = ({ table, key }: Pick<Finding, 'table' | 'key'>): string => `${table} ${key}`;

export async function snapshotRows(
  tx: Tx,
  candidates: readonly Finding[],
  formsOf: ReadonlyMap<string, readonly (readonly string[])[]>,
): Promise<Snapshot> {
  const snapshot = new Map<string, Record<string, string>>();
  for (const table of WATCHED_TABLES) {
    const keys = candidates.filter((one) => one.table === table.name).map(({ key }) => key);
    if (keys.length === 0) continue;
    const there = await columnsOf(tx, table.name);
    const forms = (formsOf.get(table.name) ?? []).map(
      (columns) => [formOf({ columns: [...columns] }), hashSql(table.name, columns, there)] as const,
    );
    const hashes = forms.flatMap(([form, sql]) =>
      sql === undefined ? [] : [`'${form.replaceAll("'", "''")}', ${sql}`],
    );
    const select = `SELECT ${keySql(table)} AS key, jsonb_build_object(${hashes.join(', ')}) AS hashes FROM ${table.name} t WHERE ${keySql(table)} = ANY($1::text[])`;
    for (const { key, hashes: own } of await tx.query<{ key: string; hashes: Record<string, string> }[]>(select, [
      keys,
    ]))
      snapshot.set(placeOf({ table: table.name, key }), own);
  }
  return snapshot;
}
