const HOUR = 3_600_000;
const ONE_DAY = 24 * HOUR;

/** 01:00 UTC on the last Sunday of a month: when British summer time begins (March) and ends (October). */
function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, lastDay.getUTCDate() - lastDay.getUTCDay(), 1);
}

/**
 * The instant, in milliseconds since 1970, at which a day begins in London.
 *
 * @param day ISO day, such as 2026-09-30.
 */
export function startOfLondonDay(day: string): number {
  const midnightUtc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnightUtc)) throw new RangeError('Not a day');
  const year = new Date(midnightUtc).getUTCFullYear();
  const inSummer = midnightUtc - HOUR >= lastSunday(year, 2) && midnightUtc - HOUR < lastSunday(year, 9);
  return inSummer ? midnightUtc - HOUR : midnightUtc;
}

/** The instant at which the day that is so many days after `day` begins in London: by the calendar, also where the clocks change in between. */
export const startOfLondonDayAfter = (day: string, days: number): number =>
  startOfLondonDay(new Date(Date.parse(`${day}T12:00:00Z`) + days * ONE_DAY).toISOString().slice(0, 10));

/** The first instant at which something that holds until `day` holds no more. */
export const startOfNextLondonDay = (day: string): number => startOfLondonDayAfter(day, 1);
