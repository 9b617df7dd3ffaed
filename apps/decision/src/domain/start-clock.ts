import { dueAt, ENGLAND_BANK_HOLIDAYS } from '@mash/clocks';
import type { Pack, PackClock } from '@mash/threshold-packs';
import type { ClockTimes } from './clock-times';

/** Starts one clock of a pack at an instant, in the hub's opening hours and London time. */
export function startClock({ opening }: Pack, clock: PackClock, start: Date): ClockTimes {
  const { duration, basis, runsOutOfHours } = clock;
  const due = dueAt({ start, duration, basis, runsOutOfHours, hours: opening.hours, holidays: ENGLAND_BANK_HOLIDAYS });
  // A clock that runs on past closing time counts every minute: shown as working time it would mislead.
  const counted = runsOutOfHours ? 'elapsed' : basis;
  return { startedAt: start, dueAt: due, basis: counted, assumed: clock.assumed === true };
}
