import type { ClockTerms } from './clock-rule';
import { countableSpells } from './countable-spells';

/** Milliseconds between two instants that a clock on these terms counts. Zero if the second is not after the first. */
export function countedTimeBetween(from: Date, to: Date, terms: ClockTerms): number {
  const end = to.getTime();
  if (end <= from.getTime()) return 0;
  let sum = 0;
  for (const spell of countableSpells(from, terms, end)) {
    if (spell.from >= end) break;
    sum += Math.min(spell.to, end) - spell.from;
    if (spell.to >= end) break;
  }
  return sum;
}
