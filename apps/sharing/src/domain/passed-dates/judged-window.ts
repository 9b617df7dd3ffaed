import { countsUntil, JUDGED_MONTHS } from '../facts-in-date';
import { isIn, type SweepWindow } from './sweep-window';

/** The end of a long month has no day of its own six months later: up to three days lie between two that are judged one after the other. */
const SPARE_DAYS = 4;

function monthsBefore(at: Date, spareDays: number): Date {
  const before = new Date(at);
  before.setUTCMonth(before.getUTCMonth() - JUDGED_MONTHS);
  before.setUTCDate(before.getUTCDate() + spareDays);
  return before;
}

/** When something was judged that may grow too old in this window; and a few days more on either side, which `growsTooOld` takes out. */
export const judgedWindow = ({ after, until }: SweepWindow): { judgedAfter: Date; judgedUntil: Date } => ({
  judgedAfter: monthsBefore(after, -SPARE_DAYS),
  judgedUntil: monthsBefore(until, SPARE_DAYS),
});

export const growsTooOld = (window: SweepWindow, judgedAt: Date): boolean =>
  isIn(window, countsUntil(judgedAt).getTime());
