import { londonDayOf } from '../agreements/london-day-of';

interface Written {
  readonly statementId: string;
  readonly statedAt: Date;
  readonly recordedAt: Date;
  /** When it was first written down, where that was elsewhere: with the contact. */
  readonly writtenAt: Date | null;
}

const writtenDown = ({ writtenAt, recordedAt }: Written): number => (writtenAt ?? recordedAt).getTime();
const inReverse = (one: string, other: string): number => (one === other ? 0 : one < other ? 1 : -1);

/**
 * The order in which statements count. People say a day, and its hour is when somebody typed it, or noon: of one London day what was written
 * down later is the later word. A statement that is passed on again, because somebody was matched, keeps its place.
 */
export function newestFirst<Statement extends Written>(statements: readonly Statement[]): Statement[] {
  return [...statements].sort(
    (one, other) =>
      inReverse(londonDayOf(one.statedAt), londonDayOf(other.statedAt)) ||
      writtenDown(other) - writtenDown(one) ||
      inReverse(one.statementId, other.statementId),
  );
}
