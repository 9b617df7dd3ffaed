import type { Temporal } from 'temporal-polyfill';
import { openSpellOn, type Spell, type WorkingCalendar } from './working-calendar';

/** A hub that has not opened for this many days never will: its opening hours are wrong. */
const LONGEST_CLOSURE_DAYS = 60;

/**
 * The hub's open spells from a London day on, in order and without end.
 * @throws RangeError if the hub does not open for 60 days
 */
export function* openSpellsFrom(first: Temporal.PlainDate, calendar: WorkingCalendar): Generator<Spell, never> {
  let closedDays = 0;
  for (let day = first; ; day = day.add({ days: 1 })) {
    const spell = openSpellOn(day, calendar);
    if (spell) yield spell;
    closedDays = spell ? 0 : closedDays + 1;
    if (closedDays > LONGEST_CLOSURE_DAYS) throw new RangeError('These opening hours never open');
  }
}
