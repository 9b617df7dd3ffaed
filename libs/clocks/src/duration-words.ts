const MINUTE = 60_000;

/**
 * A length of time as the screens say it: `40 min`, `1 h 50 min`, `3 h`, `2 days 4 h` (of 24 hours). Whole minutes, rounded down
 * for what is left and up for what is over, so that no screen promises a minute that is gone.
 */
export function durationWords(ms: number, rounding: 'down' | 'up'): string {
  const minutes = rounding === 'down' ? Math.floor(ms / MINUTE) : Math.ceil(ms / MINUTE);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0)
    return [`${days} ${days === 1 ? 'day' : 'days'}`, hours > 0 ? `${hours} h` : ''].filter(Boolean).join(' ');
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return minutes === 0 ? 'less than 1 min' : `${rest} min`;
}
