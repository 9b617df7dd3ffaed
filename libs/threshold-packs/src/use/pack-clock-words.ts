import type { PackClock } from '../schema/pack-clock';

const count = (value: number, unit: string): string => `${value} ${unit}${value === 1 ? '' : 's'}`;

/** A clock of a pack in words: `2 hours`, `4 working hours`, `1 working day`; assumed values say so. */
export function packClockWords({ duration, basis, runsOutOfHours, assumed }: PackClock): string {
  const working = basis === 'working' && !runsOutOfHours ? 'working ' : '';
  const length =
    'workingDays' in duration
      ? count(duration.workingDays, 'working day')
      : 'hours' in duration
        ? count(duration.hours, `${working}hour`)
        : count(duration.minutes, `${working}minute`);
  return assumed ? `${length} (assumed)` : length;
}
