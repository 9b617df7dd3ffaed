import { ageRange } from '@mash/clocks';
import type { IntakeFacts } from '@mash/contracts';
import { birthOf } from './said-birth';
import type { SaidBirth } from './said-birth';

export type FactKind = IntakeFacts['people'][number]['kind'];

/** Days after the expected date beyond which a baby is probably born: the kind is then not known, and somebody must say. */
export const OVERDUE_DAYS = 28;
const DAY_MS = 86_400_000;

/** Birthdays on which somebody becomes of another kind. */
export const KIND_EDGES = [13, 16, 18, 26] as const;

function kindOfYears(years: number): FactKind {
  const [teenage, competent, grown, older] = KIND_EDGES;
  if (years < teenage) return 'u13';
  if (years < competent) return '13_15';
  if (years < grown) return '16_17';
  return years < older ? '18_25' : 'adult';
}

function unbornKind(expectedDate: string | undefined, now: Date): FactKind {
  if (expectedDate === undefined) return 'unborn';
  const overdue = now.getTime() - Date.parse(`${expectedDate}T00:00:00Z`) > OVERDUE_DAYS * DAY_MS;
  return overdue ? 'unknown' : 'unborn';
}

/**
 * The kind code of the sharing rules (rule book section 1, `kind`), today in London. A date that could mean two kinds is `unknown`:
 * the decision then waits for a human and never guesses. An adult of whom no date is known is an adult.
 */
export function factKindOf(person: SaidBirth, now: Date): FactKind {
  if (person.kind === 'unborn') return unbornKind(person.expectedDate, now);
  const range = ageRange(birthOf(person), now);
  if (range === undefined) return person.kind === 'adult' ? 'adult' : 'unknown';
  const [youngest, oldest] = [kindOfYears(range.least), kindOfYears(range.most)];
  return youngest === oldest ? youngest : 'unknown';
}
