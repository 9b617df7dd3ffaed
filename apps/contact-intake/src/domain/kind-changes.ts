import { factKindOf, KIND_EDGES, OVERDUE_DAYS } from './fact-kind-of';
import { londonDayOf } from './london-day-of';
import type { SaidBirth } from './said-birth';

const DAY_MS = 86_400_000;

/** Whether somebody is of another kind at the end of a time than at its beginning: a birthday, or a baby who is long due. */
export const kindChanges = (birth: SaidBirth, after: Date, until: Date): boolean =>
  factKindOf(birth, after) !== factKindOf(birth, until);

/** Of whom that can be true, as far as a database can tell them from the rest. */
export interface BirthsToLookAt {
  readonly years: readonly number[];
  /** Expected days, ISO. */
  readonly expectedFrom: string;
  readonly expectedTo: string;
}

/** A date of which a part is not known lies within its year: so do all the days on which it could be the birthday. */
export function birthsToLookAt(after: Date, until: Date): BirthsToLookAt {
  const [first, last] = [after, until].map((at) => Number(londonDayOf(at).slice(0, 4)));
  const years = new Set<number>();
  for (let year = first ?? 0; year <= (last ?? 0); year += 1)
    for (const age of [0, ...KIND_EDGES]) years.add(year - age);
  const expected = (at: Date, spare: number) => londonDayOf(new Date(at.getTime() - (OVERDUE_DAYS - spare) * DAY_MS));
  return { years: [...years], expectedFrom: expected(after, -1), expectedTo: expected(until, 1) };
}
