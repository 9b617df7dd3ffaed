import type { LedgerExportFormat, SharingDecisionView } from '@mash/contracts';
import { stringify } from 'csv-stringify/sync';

/** Columns of the CSV, in order, and what the JSON has of each; a field of several values has them separated by semicolons in a cell. */
const COLUMNS = [
  'decidedAt',
  'personId',
  'toAgencyId',
  'category',
  'outcome',
  'rule',
  'ruleSetVersion',
  'agreementVersion',
  'reasons',
  'lawfulBasis',
  'sharingDecisionId',
] as const satisfies readonly (keyof SharingDecisionView)[];

/** Names say nothing of anybody. */
export const REFUSED_QUESTIONS_FILE: Readonly<
  Record<LedgerExportFormat, { readonly type: string; readonly name: string }>
> = {
  csv: { type: 'text/csv; charset=utf-8', name: 'refused-questions.csv' },
  json: { type: 'application/json', name: 'refused-questions.json' },
};

function cellOf(question: SharingDecisionView, column: (typeof COLUMNS)[number]): string {
  if (column === 'reasons') return question.reasons.map(({ code }) => code).join('; ');
  if (column === 'lawfulBasis') return question.lawfulBasis.join('; ');
  return question[column] ?? '';
}

/** Refused questions as the text of a file: which rule and reasons, never words. A cell that a spreadsheet would take for a formula is escaped. */
export function refusedQuestionsFile(format: LedgerExportFormat, questions: readonly SharingDecisionView[]): string {
  if (format === 'csv') {
    const rows = questions.map((question) => COLUMNS.map((column) => cellOf(question, column)));
    return stringify([[...COLUMNS], ...rows], { escape_formulas: true });
  }
  const refused = questions.map((question) => Object.fromEntries(COLUMNS.map((column) => [column, question[column]])));
  return `${JSON.stringify({ refusedQuestions: refused }, undefined, 2)}\n`;
}
