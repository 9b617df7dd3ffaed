import type { Temporal } from 'temporal-polyfill';
import { bankHolidayOn, type BankHolidays } from './bank-holidays';
import { londonMinute } from './london';
import { openMinutesOf, type OpeningHours, type OpenMinutes } from './opening-hours';

/** What tells working time from other time: one hub's opening hours and its nation's bank holidays. */
export interface WorkingCalendar {
  readonly hours: OpeningHours;
  readonly holidays: BankHolidays;
}

/** A stretch of time in milliseconds of the epoch, the end not included. */
export interface Spell {
  readonly from: number;
  readonly to: number;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function openMinutesOn(day: Temporal.PlainDate, { hours, holidays }: WorkingCalendar): OpenMinutes | undefined {
  if (bankHolidayOn(day.toString(), holidays) !== undefined) return openMinutesOf(hours.bankHolidays);
  const weekday = WEEKDAYS[day.dayOfWeek - 1];
  return weekday && openMinutesOf(hours[weekday]);
}

function findOpenSpell(day: Temporal.PlainDate, calendar: WorkingCalendar): Spell | undefined {
  const open = openMinutesOn(day, calendar);
  if (!open) return undefined;
  const spell = { from: londonMinute(day, open.from), to: londonMinute(day, open.to) };
  return spell.to > spell.from ? spell : undefined; // the hour that spring leaves out may be the whole spell
}

/** Spells worked out before: a queue asks for the same few days hundreds of times. They go when the hours that they hang on go. */
const known = new WeakMap<OpeningHours, WeakMap<BankHolidays, Map<number, Spell | undefined>>>();

function knownSpells({ hours, holidays }: WorkingCalendar): Map<number, Spell | undefined> {
  const ofHours = known.get(hours) ?? new WeakMap<BankHolidays, Map<number, Spell | undefined>>();
  const spells = ofHours.get(holidays) ?? new Map<number, Spell | undefined>();
  known.set(hours, ofHours.set(holidays, spells));
  return spells;
}

/** @returns when the hub is open on a London day, or undefined if it is not. */
export function openSpellOn(day: Temporal.PlainDate, calendar: WorkingCalendar): Spell | undefined {
  const spells = knownSpells(calendar);
  const key = day.year * 10_000 + day.month * 100 + day.day;
  if (!spells.has(key)) spells.set(key, findOpenSpell(day, calendar));
  return spells.get(key);
}

/** Monday to Friday, no bank holiday, and the hub opens: what statute and guidance mean by a working day. */
export function isWorkingDay(day: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  if (day.dayOfWeek > 5 || bankHolidayOn(day.toString(), calendar.holidays) !== undefined) return false;
  return openSpellOn(day, calendar) !== undefined;
}
