import { londonDay } from './london';
import { monthName } from './london-date';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The day of an instant as said on another: `today`, `tomorrow`, `yesterday`, `Fri 27 Nov`, with the year if it is another one. */
export function dayWords(instant: Date, now: Date): string {
  const [day, today] = [londonDay(instant), londonDay(now)];
  const away = today.until(day, { largestUnit: 'days' }).days;
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  const name = `${WEEKDAYS[day.dayOfWeek - 1] ?? ''} ${day.day} ${monthName(day.month).slice(0, 3)}`;
  return day.year === today.year ? name : `${name} ${day.year}`;
}
