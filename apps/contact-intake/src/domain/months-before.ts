/** The instant so many calendar months earlier; the 31st of a short month becomes its last day. */
export function monthsBefore(now: Date, months: number): Date {
  const earlier = new Date(now);
  earlier.setUTCMonth(earlier.getUTCMonth() - months);
  if (earlier.getUTCDate() !== now.getUTCDate()) earlier.setUTCDate(0); // ran over into the next month
  return earlier;
}
