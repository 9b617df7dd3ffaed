import type { LedgerEntry, LedgerExportFormat } from '@mash/contracts';
import { stringify } from 'csv-stringify/sync';

/** Names say nothing of anybody. */
export const LEDGER_FILE: Readonly<Record<LedgerExportFormat, { readonly type: string; readonly name: string }>> = {
  csv: { type: 'text/csv; charset=utf-8', name: 'disclosure-ledger.csv' },
  json: { type: 'application/json', name: 'disclosure-ledger.json' },
};

/** Columns of the CSV, in order; a field of several values has them separated by semicolons. */
const COLUMNS = [
  'at',
  'enquiryId',
  'personId',
  'fromAgencyId',
  'recipientId',
  'recipientAgencyId',
  'audience',
  'mode',
  'purpose',
  'category',
  'outcome',
  'visibility',
  'notGone',
  'rule',
  'ruleSetVersion',
  'agreement',
  'reasons',
  'lawfulBasis',
  'decidedOn',
  'redactions',
  'obligations',
  'doesNotOpen',
  'releaseId',
  'disclosureId',
] as const satisfies readonly (keyof LedgerEntry)[];

const cellsOf = (entry: LedgerEntry): string[] =>
  COLUMNS.map((column) => {
    if (column === 'reasons' || column === 'redactions' || column === 'obligations')
      return (entry[column] ?? []).map(({ code }) => code).join('; ');
    if (column === 'decidedOn') return decidedOnCell(entry);
    if (column === 'lawfulBasis') return (entry.lawfulBasis ?? []).join('; ');
    if (column === 'notGone') return entry.notGone ? 'has not gone: shown to nobody' : '';
    if (column === 'doesNotOpen') return entry.doesNotOpen ? 'does not open: reported' : '';
    return entry[column] ?? '';
  });

/** "threshold s47; consent refused; roster version 3": a version, an instant or an id of each owner's facts. */
function decidedOnCell({ decidedOn }: LedgerEntry): string {
  if (decidedOn === undefined) return '';
  const { versions, ...cameTo } = decidedOn;
  const facts = Object.entries(cameTo).map(([fact, code]) => `${fact} ${code}`);
  return [...facts, ...Object.entries(versions).map(([of, version]) => `${of} version ${String(version)}`)].join('; ');
}

/** A cell that a spreadsheet would take for a formula is escaped. */
const csv = (rows: readonly string[][]): string => stringify([...rows], { escape_formulas: true });

/**
 * The lines of the ledger as the text of a file, piece by piece as they are read.
 * @param leavesOut what it cannot have, in a sentence: the last row of the table, and a field of the document
 */
export async function* ledgerFile(
  format: LedgerExportFormat,
  pieces: AsyncIterable<LedgerEntry[]>,
  leavesOut?: string,
): AsyncGenerator<string> {
  if (format === 'csv') {
    yield csv([[...COLUMNS]]);
    for await (const entries of pieces) yield csv(entries.map(cellsOf));
    if (leavesOut !== undefined) yield csv([COLUMNS.map((_, at) => (at === 0 ? leavesOut : ''))]);
    return;
  }
  let before = '{"entries":[\n';
  for await (const entries of pieces)
    for (const entry of entries) {
      yield before + JSON.stringify(entry);
      before = ',\n';
    }
  const end = leavesOut === undefined ? '}\n' : `,"leavesOut":${JSON.stringify(leavesOut)}}\n`;
  yield (before.startsWith('{') ? '{"entries":[]' : '\n]') + end;
}
