import type { ClockRule } from './clock-rule';
import { countableSpells } from './countable-spells';
import { millisecondsOf } from './duration';
import { dueAfterWorkingDays } from './due-after-working-days';

function endOfOpenPauses({ pauses = [], now }: ClockRule): number {
  if (now) return now.getTime();
  if (pauses.some((pause) => !pause.to)) throw new RangeError('A paused clock has no due time without `now`');
  return 0;
}

/**
 * When an obligation falls due. A clock that starts while the hub is closed begins to count at the next opening; one that would
 * end exactly at closing time ends there, not at the next opening.
 * @throws RangeError if working days are to be counted on an elapsed basis, or a pause is open and no `now` is given
 */
export function dueAt(rule: ClockRule): Date {
  const openUntil = endOfOpenPauses(rule);
  if ('workingDays' in rule.duration) return dueAfterWorkingDays(rule, rule.duration.workingDays, openUntil);
  let left = millisecondsOf(rule.duration);
  for (const spell of countableSpells(rule.start, rule, openUntil)) {
    if (spell.from + left <= spell.to) return new Date(spell.from + left);
    left -= spell.to - spell.from;
  }
  throw new RangeError('This clock never comes to its end');
}
