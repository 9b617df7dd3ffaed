import { londonDate, londonTime } from '@mash/clocks';
import type { EnquiryView } from '@mash/contracts';
import { NAMELESS, type Naming } from '../../../presenters/naming';
import { historyEntries } from './history-entries';

/** What happened, in time order. */
export interface HistoryView {
  readonly heading: string;
  readonly rows: readonly {
    readonly when: string;
    readonly what: string;
    readonly by: string;
    readonly lines: readonly string[];
  }[];
}

export function historyView(
  enquiry: EnquiryView,
  reasons: ReadonlyMap<string, readonly string[]>,
  readerId: string,
  named: Naming = NAMELESS,
): HistoryView {
  const entries = historyEntries(enquiry);
  const times = enquiry.ratings.length;
  const rated = times === 0 ? 'Not rated yet' : `Rated ${times === 1 ? 'once' : `${times} times`}`;
  const decided = enquiry.decisions.length === 0 ? 'not decided yet' : 'decided';
  return {
    heading: `${rated}, ${decided}`,
    rows: entries.map(({ at, what, by, lines, noteId }) => ({
      when: `${londonDate(new Date(at))}, ${londonTime(new Date(at))}`,
      what,
      by: by === undefined ? '' : by === readerId ? 'You' : (named(by) ?? 'A colleague'),
      lines: [...lines, ...((noteId === undefined ? undefined : reasons.get(noteId)) ?? [])],
    })),
  };
}
