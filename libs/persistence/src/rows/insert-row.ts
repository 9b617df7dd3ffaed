import type { Tx } from '../unit-of-work/tx';

const snake = (name: string): string => name.replaceAll(/[A-Z]|(?<=[a-z])\d+/g, (part) => `_${part.toLowerCase()}`);

/** Inserts one record: its keys are the columns, and what is undefined is left to the column's default. Table and keys come from code. */
export async function insertRow(tx: Tx, table: string, record: object): Promise<void> {
  const stated = Object.entries(record).filter(([, value]) => value !== undefined);
  const columns = stated.map(([name]) => snake(name)).join(', ');
  const places = stated.map((_entry, index) => `$${index + 1}`).join(', ');
  const values = stated.map(([, value]) => value as unknown);
  await tx.query(`INSERT INTO ${table} (${columns}) VALUES (${places})`, values);
}
