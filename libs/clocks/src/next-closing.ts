import type { BankHolidays } from './bank-holidays';
import { londonDay } from './london';
import { openSpellsFrom } from './open-spells';
import type { OpeningHours } from './opening-hours';

/** @returns when the hub next shuts: today while it is open, otherwise at the end of the day on which it next opens */
export function nextClosing(instant: Date, hours: OpeningHours, holidays: BankHolidays): Date {
  const at = instant.getTime();
  for (const spell of openSpellsFrom(londonDay(instant), { hours, holidays })) {
    if (at < spell.to) return new Date(spell.to);
  }
  throw new RangeError('These opening hours never open');
}
