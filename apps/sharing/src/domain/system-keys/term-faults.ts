/** Longest life of a key (days, assumed): a year, and a month to change it in. */
export const LONGEST_KEY_DAYS = 400;
const DAY = 86_400_000;

/** Which of a key's dates cannot be: it ends before it begins or before now, or lives too long. */
export function termFaults(term: { validFrom?: string | undefined; validTo: string }, now: Date): string[] {
  const from = term.validFrom === undefined ? now.getTime() : Date.parse(term.validFrom);
  const to = Date.parse(term.validTo);
  // A key that counted before it was registered would make good what was sealed before anybody had proven anything.
  const isBackdated = from < now.getTime() - DAY / 24;
  const isTooLong = to - from > LONGEST_KEY_DAYS * DAY;
  return [
    ...(isBackdated ? ['validFrom'] : []),
    ...(to <= Math.max(from, now.getTime()) || isTooLong ? ['validTo'] : []),
  ];
}
