import { dueAt, ENGLAND_BANK_HOLIDAYS, nextWorkingMoment } from '@mash/clocks';
import type { Pack } from '@mash/threshold-packs';
import { OBLIGATIONS, type Due, type ObligationCode } from './decision';

const DAY = 86_400_000;

/** By when an obligation is to be done (sharing rules, section 5: pack defaults, assumed, unless marked law). */
export function obligationDue(code: ObligationCode, pack: Pack, its: { at: Date; reviewDueAt: Date }): Date {
  return dueOf(OBLIGATIONS[code].due, pack, its);
}

function dueOf(due: Due, pack: Pack, { at, reviewDueAt }: { at: Date; reviewDueAt: Date }): Date {
  const terms = { start: at, hours: pack.opening.hours, holidays: ENGLAND_BANK_HOLIDAYS };
  const working = (workingDays: number) => dueAt({ ...terms, basis: 'working', duration: { workingDays } });
  if ('within' in due) {
    if (due.unit === 'working days') return working(due.within);
    if (due.unit === 'hours') return dueAt({ ...terms, basis: 'elapsed', duration: { hours: due.within } });
    if (due.unit === 'minutes') return dueAt({ ...terms, basis: 'elapsed', duration: { minutes: due.within } });
    return new Date(at.getTime() + due.within * (due.unit === 'days' ? DAY : 30 * DAY));
  }
  if (due.at === 'the review clock') return reviewDueAt;
  if (due.at === 'the next working day' || due.at === 'before the next school day') return working(1);
  if (due.at === 'the same day') return dueAt({ ...terms, basis: 'elapsed', duration: { hours: 12 } });
  return due.at === 'once' ? nextWorkingMoment(at, terms.hours, terms.holidays) : at;
}
