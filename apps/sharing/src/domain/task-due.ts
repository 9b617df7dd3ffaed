import {
  afterLondonDays,
  afterLondonMonths,
  dueAt,
  endOfLondonDay,
  ENGLAND_BANK_HOLIDAYS,
  nextSchoolStart,
  nextWorkingMoment,
} from '@mash/clocks';
import type { Pack } from '@mash/threshold-packs';
import { OBLIGATIONS, type Due, type ObligationCode } from './decision';

export interface Started {
  readonly at: Date;
  /** When the REVIEW clock of the same decision runs out. */
  readonly reviewDueAt: Date;
}

/** By when an obligation is to be done (rule book section 5: pack defaults, assumed, unless marked law). */
export const obligationDue = (code: ObligationCode, pack: Pack, its: Started): Date =>
  dueOf(OBLIGATIONS[code].due, pack, its);

/** The last moment that a law sets for it; undefined where none does. */
export function lawDue(code: ObligationCode, pack: Pack, its: Started): Date | undefined {
  const { law } = OBLIGATIONS[code];
  return law && dueOf(law, pack, its);
}

/** By when its second part is to be done, once the first has been; undefined where it has none. */
export function thenDue(code: ObligationCode, pack: Pack, at: Date): Date | undefined {
  const { then } = OBLIGATIONS[code];
  return then && dueOf(then.due, pack, { at, reviewDueAt: at });
}

function dueOf(due: Due, pack: Pack, { at, reviewDueAt }: Started): Date {
  const terms = { start: at, hours: pack.opening.hours, holidays: ENGLAND_BANK_HOLIDAYS };
  const working = (workingDays: number) => dueAt({ ...terms, basis: 'working', duration: { workingDays } });
  if ('within' in due) {
    if (due.unit === 'working days') return working(due.within);
    if (due.unit === 'hours') return dueAt({ ...terms, basis: 'elapsed', duration: { hours: due.within } });
    if (due.unit === 'minutes') return dueAt({ ...terms, basis: 'elapsed', duration: { minutes: due.within } });
    return due.unit === 'days' ? afterLondonDays(at, due.within) : afterLondonMonths(at, due.within);
  }
  if (due.at === 'the review clock') return reviewDueAt;
  if (due.at === 'the next working day') {
    // Pressed while the hub is shut, a working day from then is the one after: it ends with the next day on which somebody is there.
    const nextDay = endOfLondonDay(nextWorkingMoment(endOfLondonDay(at), terms.hours, terms.holidays));
    return new Date(Math.min(working(1).getTime(), nextDay.getTime()));
  }
  if (due.at === 'before the next school day') return nextSchoolStart(at, ENGLAND_BANK_HOLIDAYS);
  if (due.at === 'the same day') return endOfLondonDay(at);
  // At once, for people: with the next moment at which somebody is there. What the system does at once is done by then.
  return due.at === 'once' ? nextWorkingMoment(at, terms.hours, terms.holidays) : at;
}
