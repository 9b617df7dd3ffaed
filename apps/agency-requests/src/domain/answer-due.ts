import { dueAt, ENGLAND_BANK_HOLIDAYS } from '@mash/clocks';
import type { Colour } from '@mash/contracts';
import { clockOfColour, type Pack } from '@mash/threshold-packs';

/**
 * By when an agency answers, on the pack's clock for the colour. A request sent at a colour at which the pack asks nobody (an analyst
 * widened the plan) runs on the slowest clock the pack has.
 */
export function answerDue(pack: Pack, colour: Colour, issuedAt: Date): { dueAt: Date; basis: 'elapsed' | 'working' } {
  const clock = clockOfColour(pack, 'agency-return', colour) ?? clockOfColour(pack, 'agency-return', 'green');
  if (clock === undefined) throw new RangeError(`Pack ${pack.id} has no clock for an answer`);
  const { duration, basis, runsOutOfHours } = clock;
  const terms = { basis, runsOutOfHours, hours: pack.opening.hours, holidays: ENGLAND_BANK_HOLIDAYS };
  // A clock that runs on past closing time counts every minute.
  return { dueAt: dueAt({ ...terms, start: issuedAt, duration }), basis: runsOutOfHours ? 'elapsed' : basis };
}
