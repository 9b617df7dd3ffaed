import { REASON_CATALOGUE } from '../../reasons/reason-catalogue';
import { REASON_CODES, type ReasonCode } from '../../reasons/reason-code';
import { RULE_BOOK } from '../../rules/rule-book';

/** Given by no row: nothing lawful to rest on (rule book section 2, point 5). */
const OF_NO_ROW = 'S2-BASES';

function line(code: ReasonCode): string {
  const { asker, officer, source, readsAs = '' } = REASON_CATALOGUE[code];
  const rows = [...new Set(RULE_BOOK.filter(({ reasons }) => reasons.includes(code)).map(({ row }) => row))];
  return `| \`${code}\` | ${asker} | ${officer} | ${source} | ${readsAs} | ${rows.join(', ') || OF_NO_ROW} |`;
}

/** Every reason that a decision can give, once: what the asker and the officer read, its source, and the rows that give it. */
export const markdownOfReasons = (): string =>
  [
    '| Reason | To the asker | To the officer | Source | Others read | Rows |',
    '| --- | --- | --- | --- | --- | --- |',
    ...REASON_CODES.map(line),
  ].join('\n');
