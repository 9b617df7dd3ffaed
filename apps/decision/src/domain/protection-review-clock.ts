import { ENGLAND_BANK_HOLIDAYS, endOfLondonDay, nextWorkingMoment } from '@mash/clocks';
import { clockOf, type Pack } from '@mash/threshold-packs';
import type { ClockTimes } from './clock-times';
import { startClock } from './start-clock';

/**
 * By when immediate protection is looked at again (rule book section 5: the manager, on the next working day). Of a press while the hub is shut that is
 * the end of the next day on which somebody is there, as of the task (NEXT_DAY_REVIEW): a whole working day from then on would leave Friday night's press
 * until Tuesday.
 */
export function protectionReviewClock(pack: Pack, pressedAt: Date): ClockTimes {
  const clock = startClock(pack, clockOf(pack, 'protection-review'), pressedAt);
  const opens = nextWorkingMoment(endOfLondonDay(pressedAt), pack.opening.hours, ENGLAND_BANK_HOLIDAYS);
  const nextDay = endOfLondonDay(opens);
  return nextDay < clock.dueAt ? { ...clock, dueAt: nextDay } : clock;
}
