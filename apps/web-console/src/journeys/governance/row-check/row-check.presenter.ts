import type { NewestRowCheck, RowFinding, UnacknowledgedFinding } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import { rowWords } from './row-words';

export interface RowCheckView {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly isAlarm: boolean;
  readonly rows: readonly {
    readonly what: string;
    readonly how: string;
    readonly key: string;
    readonly found: string;
  }[];
  /** Where what was found can be acknowledged by this reader. */
  readonly acknowledge?: string;
}

const idOf = ({ table, key, kind }: RowFinding): string => [table, key, kind].join('\n');

/** Rows that differ in the newest check, or that an earlier one found and no officer has acknowledged. */
export function rowsToShow({ check, unacknowledged }: NewestRowCheck): (RowFinding | UnacknowledgedFinding)[] {
  const known = new Set(unacknowledged.map(idOf));
  return [...unacknowledged, ...(check?.findings ?? []).filter((one) => !known.has(idOf(one)))];
}

/** "2 rows are not as written, and 1 was not". */
export function foundWords(newest: NewestRowCheck): string {
  const shown = rowsToShow(newest);
  const standing = shown.filter((one) => !('stands' in one) || one.stands).length;
  const past = shown.length - standing;
  if (standing === 0) return `${past} ${past === 1 ? 'row was' : 'rows were'} not as written`;
  const now = `${standing} ${standing === 1 ? 'row is' : 'rows are'} not as written`;
  return past === 0 ? now : `${now}, and ${past} ${past === 1 ? 'was' : 'were'} not`;
}

function headingOf(newest: NewestRowCheck): string {
  if (rowsToShow(newest).length > 0) return foundWords(newest);
  const { check } = newest;
  if (check === undefined) return 'No check has been made yet';
  if (check.state === 'unfinished') return 'The last check could not be finished';
  return 'Every row is as it was written';
}

/** "Has anybody changed consents, agreements or the ledger behind the application?" */
export function rowCheckView(newest: NewestRowCheck, now: Date, mayAcknowledge = false): RowCheckView {
  const { check, lastWholeAt, unacknowledged } = newest;
  const at = (instant: string): string => momentWords(new Date(instant), now);
  const found = (one: RowFinding | UnacknowledgedFinding): string => {
    if (!('stands' in one)) return 'Acknowledged, and still so';
    const when = `Found ${at(one.firstFoundAt)}`;
    if (one.stands) return `${when}, and still so`;
    const last = one.lastFoundAt === one.firstFoundAt ? '' : `, last ${at(one.lastFoundAt)}`;
    return `${when}${last}; put back since`;
  };
  return {
    heading: headingOf(newest),
    isAlarm: rowsToShow(newest).length > 0,
    lines: [
      ...(check === undefined
        ? ['It is made every night after two o’clock.']
        : [
            `Checked ${at(check.finishedAt)}: ${check.rowsChecked.toLocaleString('en-GB')} rows of consents, agreements, decisions and the ledger.`,
          ]),
      ...(check?.state === 'unfinished'
        ? [
            'This check could not be finished: the audit log did not answer or had not caught up. It says nothing of the rows; the next check comes by itself.',
          ]
        : []),
      lastWholeAt === undefined ? 'No check has found everything whole yet.' : `Last found whole ${at(lastWholeAt)}.`,
    ],
    rows: rowsToShow(newest).map((one) => ({ ...rowWords(one), found: found(one) })),
    ...(mayAcknowledge &&
      check !== undefined &&
      unacknowledged.length > 0 && { acknowledge: `/ig/rows/${check.checkId}/acknowledge` }),
  };
}
