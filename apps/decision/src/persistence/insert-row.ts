import type { Tx } from '@mash/persistence';

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Inserts one record: its keys are the columns; what is undefined is left to the column's default. Table and keys come from code. */
export async function insertRow(tx: Tx, table: string, record: object): Promise<void> {
  const stated = Object.entries(record).filter(([, value]) => value !== undefined);
  const columns = stated.map(([name]) => snake(name)).join(', ');
  const places = stated.map((_entry, index) => `$${index + 1}`).join(', ');
  const sql = `INSERT INTO ${table} (${columns}) VALUES (${places})`;
  const values = stated.map(([, value]) => value as unknown);
  await tx.query(sql, values);
}
