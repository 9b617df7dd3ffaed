import type { Tx } from '@mash/persistence';

const NOTED = `SELECT current_setting('mash.changed_rows', true) AS noted`;

/** Keys of the rows that this transaction has written so far, by table. */
export async function changedRows(tx: Tx): Promise<Map<string, Set<string>>> {
  const [{ noted } = { noted: null }] = await tx.query<{ noted: string | null }[]>(NOTED);
  const changed = new Map<string, Set<string>>();
  for (const line of (noted ?? '').split('\n').filter((text) => text !== '')) {
    const blank = line.indexOf(' ');
    const [table, key] = [line.slice(0, blank), line.slice(blank + 1)];
    changed.set(table, (changed.get(table) ?? new Set<string>()).add(key));
  }
  return changed;
}
