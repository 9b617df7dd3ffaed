import type { Spell } from './working-calendar';

/** A stated stop of one clock, with the reason that the log and the screens show. Without `to` it is still stopped. */
export interface Pause {
  readonly from: Date;
  readonly to?: Date;
  readonly why: string;
}

/** Pauses as spells in order, those that touch joined; one without an end reaches to `openUntil`. */
export function pausedSpells(pauses: readonly Pause[], openUntil: number): Spell[] {
  const sorted = pauses
    .map((pause) => ({ from: pause.from.getTime(), to: pause.to?.getTime() ?? openUntil }))
    .filter((spell) => spell.to > spell.from)
    .sort((a, b) => a.from - b.from);
  const joined: Spell[] = [];
  for (const spell of sorted) {
    const last = joined.at(-1);
    if (last && spell.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, spell.to) };
    else joined.push(spell);
  }
  return joined;
}

/** What is left of a spell when the paused spells (in order, apart) are taken out of it. */
export function withoutPauses(spell: Spell, paused: readonly Spell[]): Spell[] {
  const left: Spell[] = [];
  let from = spell.from;
  for (const pause of paused) {
    if (pause.to <= from) continue;
    if (pause.from >= spell.to) break;
    if (pause.from > from) left.push({ from, to: pause.from });
    from = pause.to;
  }
  if (from < spell.to) left.push({ from, to: spell.to });
  return left;
}
