/** Bank holidays of a nation over a stated span of days (ISO dates, London calendar, both ends included). */
export interface BankHolidays {
  readonly from: string;
  readonly to: string;
  readonly days: ReadonlyMap<string, string>;
}

/**
 * @param isoDay a London calendar day, `YYYY-MM-DD`
 * @returns the name of the bank holiday, or undefined. Outside the table no day is a holiday: clocks then run short, never long.
 */
export function bankHolidayOn(isoDay: string, holidays: BankHolidays): string | undefined {
  return holidays.days.get(isoDay);
}
