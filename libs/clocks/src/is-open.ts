import type { BankHolidays } from './bank-holidays';
import { londonDay } from './london';
import type { OpeningHours } from './opening-hours';
import { openSpellOn } from './working-calendar';

/** Whether the hub is open at an instant. False sends urgent work by the out-of-hours route. Closing time itself is closed. */
export function isOpen(instant: Date, hours: OpeningHours, holidays: BankHolidays): boolean {
  const spell = openSpellOn(londonDay(instant), { hours, holidays });
  return spell !== undefined && spell.from <= instant.getTime() && instant.getTime() < spell.to;
}
