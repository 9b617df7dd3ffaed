import { MOST_NAMED } from '../../rows/attested-rows';
import type { Finding } from '../../rows/finding';

type OfTable = Pick<Finding, 'table'>;

/** So much was under way to the audit log that some rows which seemed to differ were not looked at. */
export class TooManyUnderWay extends Error {
  override readonly name = 'TooManyUnderWay';
}

/** Whether one check named as many rows of a table as it does, so that there may be more. */
export function tablesCutOff(found: readonly OfTable[], most = MOST_NAMED): string[] {
  const counts = new Map<string, number>();
  for (const { table } of found) counts.set(table, (counts.get(table) ?? 0) + 1);
  return [...counts].flatMap(([table, count]) => (count >= most ? table : []));
}

/**
 * Of more rows than a check names only some are looked at. Where all of those differ, that is said. Where some were only under way, one that was edited
 * may be among the others: nothing is said then, and never that all is whole.
 * @throws TooManyUnderWay
 */
export function requireAllLookedAt(
  candidates: readonly OfTable[],
  settled: readonly OfTable[],
  most = MOST_NAMED,
): void {
  const named = tablesCutOff(settled, most);
  if (tablesCutOff(candidates, most).some((table) => !named.includes(table)))
    throw new TooManyUnderWay('Too many rows were only under way to the audit log');
}
