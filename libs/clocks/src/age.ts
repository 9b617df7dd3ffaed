import { Temporal } from 'temporal-polyfill';
import { londonDay } from './london';
import { spanOf, type PartialDate } from './partial-date';

/** What is known of when someone was, or will be, born. Both may be missing; a date may be partial or marked as about right. */
export interface Birth {
  readonly birthDate?: PartialDate | undefined;
  readonly expectedDate?: PartialDate | undefined;
  readonly approximate?: boolean | undefined;
}

/** Whole years between two days. Someone born on 29 February turns a year older on 1 March of an ordinary year (English law). */
export function yearsBetween(born: Temporal.PlainDate, on: Temporal.PlainDate): number {
  const birthdayHasCome = on.month > born.month || (on.month === born.month && on.day >= born.day);
  return on.year - born.year - (birthdayHasCome ? 0 : 1);
}

/** The least and the most whole years that someone can be, or undefined if not born, in the future or not known. */
export function ageRange({ birthDate }: Birth, now: Date): { least: number; most: number } | undefined {
  const span = birthDate === undefined ? undefined : spanOf(birthDate);
  const today = londonDay(now);
  if (!span || Temporal.PlainDate.compare(span.first, today) > 0) return undefined;
  const last = Temporal.PlainDate.compare(span.last, today) > 0 ? today : span.last;
  return { least: yearsBetween(last, today), most: yearsBetween(span.first, today) };
}
