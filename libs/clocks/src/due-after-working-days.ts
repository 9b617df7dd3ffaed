import type { ClockRule } from './clock-rule';
import { inLondon, londonDay, londonMinute } from './london';
import { nextWorkingMoment } from './next-working-moment';
import { pausedSpells } from './pause';
import { isWorkingDay, openSpellOn } from './working-calendar';

const LONGEST_CLOSURE_DAYS = 60;

function pausedTime(rule: ClockRule, openUntil: number): number {
  const spells = pausedSpells(rule.pauses ?? [], openUntil);
  return spells.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, rule.start.getTime())), 0);
}

/**
 * The same London time of day so many working days on, brought forward to closing time where that day closes earlier. What arrives
 * out of hours counts from the next working moment. This is the strict reading of "within one working day": the other one in use, close of
 * business on the next working day, is never earlier. A pause moves the whole by its own length, then to the next working moment.
 */
export function dueAfterWorkingDays(rule: ClockRule, workingDays: number, openUntil: number): Date {
  if (!Number.isInteger(workingDays) || workingDays < 0) throw new RangeError('Working days are a whole number');
  if (rule.basis === 'elapsed') throw new RangeError('Working days cannot be counted on an elapsed basis');
  const begin = inLondon(startOnWorkingDay(rule));
  let day = begin.toPlainDate();
  for (let [left, closed] = [workingDays, 0]; left > 0;) {
    day = day.add({ days: 1 });
    closed = isWorkingDay(day, rule) ? 0 : closed + 1;
    if (closed === 0) left -= 1;
    if (closed > LONGEST_CLOSURE_DAYS) throw new RangeError('These opening hours have no working day');
  }
  const spell = openSpellOn(day, rule);
  const wall = londonMinute(day, begin.hour * 60 + begin.minute) + begin.second * 1000 + begin.millisecond;
  const due = spell ? Math.min(Math.max(wall, spell.from), spell.to) : wall;
  const paused = pausedTime(rule, openUntil);
  return paused === 0 ? new Date(due) : nextWorkingMoment(new Date(due + paused), rule.hours, rule.holidays);
}

function startOnWorkingDay({ start, hours, holidays }: ClockRule): Date {
  let moment = nextWorkingMoment(start, hours, holidays);
  for (let tries = 0; !isWorkingDay(londonDay(moment), { hours, holidays }); tries += 1) {
    if (tries > LONGEST_CLOSURE_DAYS) throw new RangeError('These opening hours have no working day');
    const tomorrow = londonMinute(londonDay(moment).add({ days: 1 }), 0);
    moment = nextWorkingMoment(new Date(tomorrow), hours, holidays);
  }
  return moment;
}
