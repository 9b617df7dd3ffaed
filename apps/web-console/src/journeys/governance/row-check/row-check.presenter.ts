import type { NewestRowCheck, RowFinding } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';

const TABLES: Readonly<Record<string, string>> = {
  consent_statement: 'A statement of consent',
  agreement: 'A sharing agreement',
  sharing_decision: 'A sharing decision',
  review: 'A review, or its answer',
  release_call: 'A release',
  disclosure: 'A line of the ledger',
  disclosure_detail: 'The sealed part of ledger lines',
  legal_hold: 'A legal hold',
  erasure: 'An erasure',
  attestation: 'An entry in the audit log',
};
const KINDS: Readonly<Record<RowFinding['kind'], string>> = {
  edited: 'Changed after it was written',
  removed: 'Taken away',
  added: 'Put in, and never written by the service',
  attestation: 'Claims rows that the service did not write',
};

export interface RowCheckView {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly isAlarm: boolean;
  readonly rows: readonly { readonly what: string; readonly how: string; readonly key: string }[];
}

function headingOf({ check }: NewestRowCheck): string {
  if (check === undefined) return 'No check has been made yet';
  if (check.state === 'unfinished') return 'The last check could not be finished';
  const found = check.findings.length;
  if (found === 0) return 'Every row is as it was written';
  return `${found} ${found === 1 ? 'row is' : 'rows are'} not as written`;
}

/** "Has anybody changed consents, agreements or the ledger behind the application?" */
export function rowCheckView(newest: NewestRowCheck, now: Date): RowCheckView {
  const { check, lastWholeAt } = newest;
  const at = (instant: string): string => momentWords(new Date(instant), now);
  return {
    heading: headingOf(newest),
    isAlarm: (check?.findings.length ?? 0) > 0,
    lines: [
      ...(check === undefined
        ? ['It is made every night after two o’clock.']
        : [
            `Checked ${at(check.finishedAt)}: ${check.rowsChecked.toLocaleString('en-GB')} rows of consents, agreements, decisions and the ledger.`,
          ]),
      ...(check?.state === 'unfinished'
        ? [
            'The audit log did not answer or had not caught up. It says nothing of the rows; the next check comes by itself.',
          ]
        : []),
      lastWholeAt === undefined ? 'No check has found everything whole yet.' : `Last found whole ${at(lastWholeAt)}.`,
    ],
    rows: (check?.findings ?? []).map(({ table, key, kind }) => ({
      what: TABLES[table] ?? table,
      how: KINDS[kind],
      key,
    })),
  };
}
