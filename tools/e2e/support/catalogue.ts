import { Client } from 'pg';
import { ownerDatabaseUrl } from './platform';

const COLUMNS = `
  SELECT c.table_schema AS schema, c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
   WHERE c.table_schema NOT IN ('pg_catalog', 'information_schema') AND t.table_type = 'BASE TABLE'
   ORDER BY 1, 2, c.ordinal_position`;

export interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}
/** One value as it lies in a table, as text. */
export interface StoredValue {
  readonly column: string;
  readonly text: string;
}

const asText = (value: unknown): string =>
  Buffer.isBuffer(value) ? value.toString('utf8') : typeof value === 'string' ? value : JSON.stringify(value);

async function withDatabase<T>(service: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerDatabaseUrl(service) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every column of every table of a service's database, from the catalogue. */
export const columnsOf = (service: string): Promise<Column[]> =>
  withDatabase(service, async (client) => (await client.query<Column>(COLUMNS)).rows);

/** Hands every value of every table to `look`, row by row. */
export const walkTables = (service: string, look: (value: StoredValue) => void): Promise<void> =>
  withDatabase(service, async (client) => {
    const columns = (await client.query<Column>(COLUMNS)).rows;
    const tables = new Set(columns.map(({ schema, table }) => `"${schema}"."${table}"`));
    for (const table of tables) {
      const name = table.replace(/^"[^"]*"\."(.*)"$/, '$1');
      const { rows } = await client.query<Record<string, unknown>>(`SELECT * FROM ${table}`);
      for (const row of rows)
        for (const [column, value] of Object.entries(row))
          if (value !== null) look({ column: `${name}.${column}`, text: asText(value) });
    }
  });
