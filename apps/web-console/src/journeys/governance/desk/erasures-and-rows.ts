import type { Erasure, NewestRowCheck } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import { foundWords } from '../row-check/row-check.presenter';
import type { PartOfPage } from '../shared/part-of-page';
import type { DeskQueue } from './ig-desk.presenter';

/** What the desk shows of erasures under way and of rows that were changed: what needs somebody, and nothing else. */
export function erasureAndRowQueues(
  erasures: PartOfPage<readonly Erasure[]>,
  rows: PartOfPage<NewestRowCheck>,
  now: Date,
): DeskQueue[] {
  return [erasureQueue(erasures, now), rowQueue(rows, now)];
}

function erasureQueue(part: PartOfPage<readonly Erasure[]>, now: Date): DeskQueue {
  const [title, empty] = ['Erasures that wait for a second person', 'No erasure waits.'];
  if (!part.isThere) return { title, empty, rows: [], missing: part.because };
  const waiting = part.value.filter(({ state }) => state === 'requested');
  return {
    ...{ title, empty },
    rows: waiting.map((erasure) => ({
      href: `/ig/erasures/${erasure.erasureId}`,
      text: `Enquiry ${erasure.enquiryReference}, ${erasure.retentionRule}`,
      age: `asked for ${momentWords(new Date(erasure.requestedAt), now)}`,
      isLate: false,
    })),
  };
}

function rowQueue(part: PartOfPage<NewestRowCheck>, now: Date): DeskQueue {
  const [title, empty] = ['Rows changed behind the application', 'The last check found every row as it was written.'];
  if (!part.isThere) return { title, empty, rows: [], missing: part.because };
  const { check, unacknowledged } = part.value;
  const [last] = unacknowledged;
  if (last !== undefined) {
    const age = `found ${momentWords(new Date(last.lastFoundAt), now)}, not acknowledged`;
    return { title, empty, rows: [{ href: '/ig/rows', text: foundWords(part.value), age, isLate: true }] };
  }
  if (check === undefined) return { title, empty: 'No check has been made yet. It is made every night.', rows: [] };
  if (check.state === 'unfinished')
    return { title, empty, rows: [], missing: 'The last check could not be finished. The next one comes by itself.' };
  if (check.findings.length === 0) return { title, empty, rows: [] };
  return { title, empty: `${foundWords(part.value)}; an officer has acknowledged it.`, rows: [] };
}
