import { Temporal } from 'temporal-polyfill';
import { inLondon, LONDON } from './london';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function isInRepeatedHour(zoned: Temporal.ZonedDateTime): boolean {
  if (zoned.hour !== 1) return false; // London repeats the hour from one to two, no other
  const wall = zoned.toPlainDateTime();
  const first = wall.toZonedDateTime(LONDON, { disambiguation: 'earlier' });
  const second = wall.toZonedDateTime(LONDON, { disambiguation: 'later' });

  return !first.equals(second);
}

/** `13:41`; in the hour that the autumn change repeats `01:30 BST` or `01:30 GMT`. */
export function londonTime(instant: Date): string {
  const zoned = inLondon(instant);
  const time = `${twoDigits(zoned.hour)}:${twoDigits(zoned.minute)}`;
  if (!isInRepeatedHour(zoned)) return time;
  return `${time} ${zoned.offsetNanoseconds === 0 ? 'GMT' : 'BST'}`;
}
