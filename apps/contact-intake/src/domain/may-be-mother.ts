import { ageRange } from '@mash/clocks';
import { birthOf, type SaidBirth } from './said-birth';

/** From about this age a child can be a mother. */
const YEARS = 10;

/**
 * Whether a born child may be the mother of an unborn one on the same roster, which says of nobody whose mother they are: a child of ten or more who
 * is not known to be male. She is not her baby's sister, and the baby is not decided by what was said of her (rule row R-KIND-01).
 */
export function mayBeMother(birth: SaidBirth, sex: string | undefined, now: Date): boolean {
  if (birth.kind !== 'child' || sex === 'M') return false;
  const range = ageRange(birthOf(birth), now);
  return range !== undefined && range.most >= YEARS;
}
