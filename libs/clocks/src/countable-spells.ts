import type { ClockTerms } from './clock-rule';
import { londonDay } from './london';
import { openSpellsFrom } from './open-spells';
import { pausedSpells, withoutPauses } from './pause';
import type { Spell } from './working-calendar';

function* spellsOf(start: Date, terms: ClockTerms): Generator<Spell> {
  const from = start.getTime();
  if (terms.basis === 'elapsed' || terms.runsOutOfHours === true) {
    yield { from, to: Number.POSITIVE_INFINITY };
    return;
  }
  for (const spell of openSpellsFrom(londonDay(start), terms)) {
    if (spell.to > from) yield { from: Math.max(spell.from, from), to: spell.to };
  }
}

/**
 * The stretches of time from an instant on that this clock counts: open hours or all hours, less the pauses.
 * @param openUntil where a pause that has not ended is taken to end (milliseconds of the epoch)
 */
export function* countableSpells(start: Date, terms: ClockTerms, openUntil: number): Generator<Spell> {
  const paused = pausedSpells(terms.pauses ?? [], openUntil);
  for (const spell of spellsOf(start, terms)) yield* withoutPauses(spell, paused);
}
