import { startOfLondonDay, startOfNextLondonDay } from './london-day';
import type { BasisCode } from './basis';
import type { LegalFrame, LegalFrameEntry } from './legal-frame';

/** One stretch of time in which the law does not change. */
export interface FramePeriod {
  readonly startsAt: number;
  /** The rule book's "from" column holds. */
  readonly dutyHasStarted: boolean;
  readonly inForce: ReadonlyMap<BasisCode, LegalFrameEntry>;
}

/** The periods of a frame in order of time; the first has no beginning. */
export function framePeriods(frame: LegalFrame): readonly FramePeriod[] {
  const dutyStart = startOfLondonDay(frame.dutyFrom);
  const entries = frame.entries.map((entry) => ({
    entry,
    startsAt: entry.from === undefined ? -Infinity : startOfLondonDay(entry.from),
    endsAt: entry.until === undefined ? Infinity : startOfNextLondonDay(entry.until),
  }));
  const changes = new Set([-Infinity, dutyStart, ...entries.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])]);
  changes.delete(Infinity);
  return [...changes]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((startsAt) => ({
      startsAt,
      dutyHasStarted: startsAt >= dutyStart,
      inForce: new Map(
        entries.filter((e) => e.startsAt <= startsAt && startsAt < e.endsAt).map((e) => [e.entry.code, e.entry]),
      ),
    }));
}
