import type { ComparablePerson } from '../comparable-person';
import { nameParts } from '../names/normalise-name';
import type { Finding } from '../scoring/finding';
import { MATCH_WEIGHTS } from '../scoring/match-weights';
import { compareForenames } from './compare-forenames';
import { compareSurname } from './compare-surname';
import { compareWord } from './compare-word';

const joined = (name?: string): string => nameParts(name ?? '').join('');

const alike = (a: string, b: string): boolean => a !== '' && b !== '' && compareWord(a, b) !== 'different';

/** Both boxes filled in the wrong way round, give or take a slip. */
const areSwapped = (a: ComparablePerson, b: ComparablePerson): boolean =>
  alike(joined(a.forenames), joined(b.surname)) && alike(joined(a.surname), joined(b.forenames));

/** Forenames and surname together, so that two boxes filled in the wrong way round are seen. */
export function compareNames(a: ComparablePerson, b: ComparablePerson): Finding[] {
  const straight = [compareForenames(a.forenames, b.forenames), compareSurname(a, b)];
  if (straight.some(({ agreement }) => agreement !== 'different') || !areSwapped(a, b)) return straight;
  const words = 'Forename and surname the other way round';
  return [
    { field: 'forenames', agreement: 'similar', words, bits: MATCH_WEIGHTS.forenames.swapped },
    { field: 'surname', agreement: 'similar', words, bits: MATCH_WEIGHTS.surname.swapped },
  ];
}
