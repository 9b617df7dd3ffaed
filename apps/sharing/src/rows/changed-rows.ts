import { prepared, type Tx } from '@mash/persistence';

/** Whoever attests holds it in common until the commit; the check takes it alone for a moment, and then knows who has committed. */
export const ATTESTING = `hashtextextended('mash.rows', 42)`;

const NOTED = prepared(`
  SELECT noted, CASE WHEN noted <> '' THEN pg_advisory_xact_lock_shared(${ATTESTING}) END
    FROM (SELECT current_setting('mash.changed_rows', true) AS noted) AS its`);

/** Keys of the rows that this transaction has written so far, by table. Where there are any, the check waits from here on for its commit. */
export async function changedRows(tx: Tx): Promise<Map<string, Set<string>>> {
  const [{ noted } = { noted: null }] = await tx.query<{ noted: string | null }[]>(NOTED);
  const changed = new Map<string, Set<string>>();
  for (const line of (noted ?? '').split('\n').filter((text) => text !== '')) {
    const blank = line.indexOf(' ');
    const [table, key] = [line.slice(0, blank), line.slice(blank + 1)];
    const keys = changed.get(table) ?? new Set<string>();
    changed.set(table, keys.add(key));
  }
  return changed;
}
