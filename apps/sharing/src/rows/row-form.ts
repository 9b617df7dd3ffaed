import type { Tx } from '@mash/persistence';
import type { WatchedTable } from './watched-tables';

/** Version of the canonical form. A change of what is hashed, or how, is another one beside it. */
export const FORM = 1;

export interface Column {
  readonly name: string;
  readonly type: string;
}

const COLUMNS = `
  SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type FROM pg_catalog.pg_attribute a
   WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

/** The columns of a table, as the catalogue has them now. */
export const columnsOf = (tx: Pick<Tx, 'query'>, table: string): Promise<Column[]> =>
  tx.query<Column[]>(COLUMNS, [table]);

/** A value as one text, whatever the settings of the session: instants in UTC to the microsecond, days in ISO. */
function textOf({ name, type }: Column): string {
  const column = `t."${name}"`;
  if (type === 'timestamp with time zone')
    return `pg_catalog.to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
  return type === 'date' ? `pg_catalog.to_char(${column}, 'YYYY-MM-DD')` : `${column}::text`;
}

/**
 * SQL for the hash of a row `t`: SHA-256, hex, over a JSON array of the name of the table and these columns' values as text. It is worked out
 * in the database, by functions of its catalogue alone, so that nothing of the row leaves it.
 * @returns undefined where a column is not there any more
 */
export function hashSql(table: string, columns: readonly string[], there: readonly Column[]): string | undefined {
  const found = columns.map((name) => there.find((column) => column.name === name));
  const texts = found.flatMap((column) => (column === undefined ? [] : textOf(column)));
  if (texts.length < columns.length) return undefined;
  const row = `pg_catalog.jsonb_build_array('mash-row', ${FORM}, '${table}', ${texts.join(', ')})::text`;
  return `pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(${row}, 'UTF8')), 'hex')`;
}

/** SQL for the key of a row `t` as one text. */
export const keySql = ({ key }: WatchedTable): string =>
  `concat_ws('/', ${key.map((name) => `t."${name}"::text`).join(', ')})`;

/** SQL that picks rows by their keys in `parameter`; by the index where the key is one column. */
export function pickedSql({ key, ...table }: WatchedTable, there: readonly Column[], parameter: string): string {
  const [only, ...more] = key;
  const type = there.find(({ name }) => name === only)?.type;
  if (only === undefined || more.length > 0 || type === undefined)
    return `${keySql({ key, ...table })} = ANY(${parameter}::text[])`;
  return `t."${only}" = ANY(${parameter}::${type}[])`;
}
