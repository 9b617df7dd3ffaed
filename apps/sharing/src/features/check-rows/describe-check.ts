import type { RowCheckResult } from './check-rows.handler';
import { tablesCutOff } from './require-all-looked-at';

/** What a check found, for whoever ran it: tables and keys, never what a row holds. */
export function describeCheck({ state, rowsChecked, findings }: RowCheckResult): string[] {
  if (state === 'unfinished')
    return ['UNFINISHED: the audit log did not answer or has not caught up. Nothing is said of the rows.'];
  if (state === 'whole') return [`${rowsChecked} rows are as the application wrote them.`];
  return [
    `${findings.length} of ${rowsChecked} rows are NOT as the application wrote them:`,
    ...findings.map(({ kind, table, key }) => `  ${kind.toUpperCase()} ${table} ${key}`),
    ...tablesCutOff(findings).map((table) => `There may be more of ${table}: no check names more of one table.`),
  ];
}
