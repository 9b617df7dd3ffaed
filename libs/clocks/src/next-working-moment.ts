import type { BankHolidays } from './bank-holidays';
import { londonDay } from './london';
import { openSpellsFrom } from './open-spells';
import type { OpeningHours } from './opening-hours';

/** @returns the instant itself while the hub is open, otherwise its next opening. Closing time itself is closed. */
export function nextWorkingMoment(instant: Date, hours: OpeningHours, holidays: BankHolidays): Date {
  const at = instant.getTime();
  for (const spell of openSpellsFrom(londonDay(instant), { hours, holidays })) {
    if (at < spell.to) return new Date(Math.max(at, spell.from));
  }
  throw new RangeError('These opening hours never open');
}
