import { missing, type Finding } from '../scoring/finding';
import { MATCH_WEIGHTS } from '../scoring/match-weights';

/** Sex as recorded, F or M. U and anything else say nothing. */
export function compareSex(a?: string, b?: string): Finding {
  if ((a !== 'F' && a !== 'M') || (b !== 'F' && b !== 'M')) return missing('sex');
  if (a === b) return { field: 'sex', agreement: 'same', words: 'Same sex recorded', bits: MATCH_WEIGHTS.sex.same };
  return { field: 'sex', agreement: 'different', words: 'Different sex recorded', bits: MATCH_WEIGHTS.sex.different };
}
