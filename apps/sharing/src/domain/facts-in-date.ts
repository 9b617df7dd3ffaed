import type { IntakeFacts } from '@mash/contracts';
import type { Competence, YesNo } from './decision';

type Person = IntakeFacts['people'][number];
type Stated = NonNullable<Person['stated']>[number]['fact'];

/** How long a professional's finding on competence and a child's objection count (rule book section 1: 6 months). */
export const JUDGED_MONTHS = 6;

/** From 16 competence is presumed until somebody finds otherwise. */
const PRESUMED: readonly Person['kind'][] = ['16_17', '18_25', 'adult'];

/** The first instant at which what was judged then counts no longer. */
export function countsUntil(judgedAt: Date): Date {
  const end = new Date(judgedAt);
  end.setUTCMonth(end.getUTCMonth() + JUDGED_MONTHS);
  return end;
}

function isOutOfDate(person: Person, fact: Stated, now: Date): boolean {
  const at = person.stated?.find((one) => one.fact === fact)?.at;
  return at !== undefined && countsUntil(new Date(at)) <= now;
}

/**
 * Competence and objection of a person as they may still be read. A finding out of date is no finding: presumed from 16, else not
 * assessed. An objection out of date is left out, so that it reads unknown and a human asks again; that nobody objected never goes out of
 * date, for the next objection ends it.
 */
export function factsInDate(person: Person, now: Date): { competence: Competence; objects?: YesNo } {
  const presumed = PRESUMED.includes(person.kind) ? 'yes' : 'not_assessed';
  const competence = isOutOfDate(person, 'competence', now) ? presumed : person.competence;
  if (person.objects && isOutOfDate(person, 'objects', now)) return { competence };
  return { competence, objects: person.objects ? 'yes' : 'no' };
}
