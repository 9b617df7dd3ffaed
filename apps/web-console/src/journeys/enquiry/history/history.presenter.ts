import { londonDate, londonTime } from '@mash/clocks';
import type { EnquiryView, TaskStep } from '@mash/contracts';
import { NAMELESS, type Naming } from '../../../presenters/naming';
import { historyEntries } from './history-entries';

/** What happened, in time order. */
export interface HistoryView {
  readonly heading: string;
  /** What the page cannot show, and why. */
  readonly missing: string | undefined;
  readonly rows: readonly {
    readonly when: string;
    readonly what: string;
    readonly by: string;
    readonly lines: readonly string[];
  }[];
}

const TASKS_MISSING =
  'What was done of tasks is not here: the sharing service does not answer. Open the page again later.';

export function historyView(
  enquiry: EnquiryView,
  its: {
    /** What was opened, by the id of its note. */
    readonly words: ReadonlyMap<string, readonly string[]>;
    readonly steps: readonly TaskStep[] | 'not known';
  },
  readerId: string,
  named: Naming = NAMELESS,
): HistoryView {
  const entries = historyEntries(enquiry, its.steps === 'not known' ? [] : its.steps);
  const times = enquiry.ratings.length;
  const rated = times === 0 ? 'Not rated yet' : `Rated ${times === 1 ? 'once' : `${times} times`}`;
  const decided = enquiry.decisions.length === 0 ? 'not decided yet' : 'decided';
  return {
    heading: `${rated}, ${decided}`,
    missing: its.steps === 'not known' ? TASKS_MISSING : undefined,
    rows: entries.map(({ at, what, by, lines, noteId }) => ({
      when: `${londonDate(new Date(at))}, ${londonTime(new Date(at))}`,
      what,
      by: by === undefined ? '' : by === readerId ? 'You' : (named(by) ?? 'A colleague'),
      lines: [...lines, ...((noteId === undefined ? undefined : its.words.get(noteId)) ?? [])],
    })),
  };
}
