import { ENGLAND_BANK_HOLIDAYS, nextClosing } from '@mash/clocks';
import { clockOf, type Pack } from '@mash/threshold-packs';
import type { ClockTimes } from './clock-times';
import { hubIsShut } from './hub-is-shut';
import { startClock } from './start-clock';

/**
 * By when immediate protection is looked at again (rule book section 5: the manager, on the next working day). Of a press while the hub is shut that is
 * the day on which it next opens: a whole working day from then on would leave Friday night's press until Tuesday.
 */
export function protectionReviewClock(pack: Pack, pressedAt: Date): ClockTimes {
  const clock = startClock(pack, clockOf(pack, 'protection-review'), pressedAt);
  if (!hubIsShut(pack, pressedAt)) return clock;
  const sameDay = nextClosing(pressedAt, pack.opening.hours, ENGLAND_BANK_HOLIDAYS);
  return sameDay < clock.dueAt ? { ...clock, dueAt: sameDay } : clock;
}
