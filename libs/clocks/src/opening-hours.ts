/**
 * When a hub is open, told as its pack tells it: `'08:30-17:30'`, `'00:00-24:00'` or `'closed'` for each weekday and for bank
 * holidays. London wall-clock time; one spell a day.
 */
export interface OpeningHours {
  readonly mon: string;
  readonly tue: string;
  readonly wed: string;
  readonly thu: string;
  readonly fri: string;
  readonly sat: string;
  readonly sun: string;
  readonly bankHolidays: string;
}

/** Minutes of the day from which and until which a hub is open. */
export interface OpenMinutes {
  readonly from: number;
  readonly to: number;
}

const SPELL = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * Reads one day's entry.
 * @returns the open minutes, or undefined for `'closed'`
 * @throws RangeError for anything else
 */
export function openMinutesOf(spell: string): OpenMinutes | undefined {
  if (spell === 'closed') return undefined;
  const match = SPELL.exec(spell);
  if (!match) throw new RangeError(`Not opening hours: "${spell}"`);
  const from = Number(match[1]) * 60 + Number(match[2]);
  const to = match[3] === undefined ? 1440 : Number(match[3]) * 60 + Number(match[4]);
  if (to <= from) throw new RangeError(`Opening hours end before they begin: "${spell}"`);
  return { from, to };
}
