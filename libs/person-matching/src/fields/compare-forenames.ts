import { nameParts } from '../names/normalise-name';
import { arePetForms, areSpellingsOfOneName } from '../names/share-a-group';
import { missing, type Finding } from '../scoring/finding';
import { MATCH_WEIGHTS } from '../scoring/match-weights';
import { compareWord } from './compare-word';

const weights = MATCH_WEIGHTS.forenames;
type Found = readonly [agreement: 'same' | 'similar', words: string, bits: number];

const isInitial = (name: string): boolean => name.length === 1;

function compareFirst(a: string, b: string): Found | undefined {
  if (isInitial(a) || isInitial(b))
    return a[0] === b[0] ? ['similar', 'One is an initial only', weights.initial] : undefined;
  if (a === b) return ['same', 'Same forename', weights.same];
  if (areSpellingsOfOneName(a, b)) return ['similar', 'Spellings of one name', weights.spelling];
  if (arePetForms(a, b)) return ['similar', 'One may be short for the other', weights.petForm];
  const likeness = compareWord(a, b);
  if (likeness === 'spelling') return ['similar', 'Forenames spelt another way', weights.spelling];
  if (likeness === 'close') return ['similar', 'Forenames nearly the same', weights.close];
  return likeness === 'sounds-alike' ? ['similar', 'Forenames sound alike', weights.soundsAlike] : undefined;
}

/** Forenames: the first ones, then a first one that is the other's middle name, then as written together (`mary jane`, `maryjane`). */
export function compareForenames(a?: string, b?: string): Finding {
  const [left, right] = [nameParts(a ?? ''), nameParts(b ?? '')];
  const [firstA, firstB] = [left[0], right[0]];
  if (firstA === undefined || firstB === undefined) return missing('forenames');
  const joined = left.join('') === right.join('');
  const found = joined ? (['same', 'Same forename', weights.same] as const) : compareFirst(firstA, firstB);
  if (found) return { field: 'forenames', agreement: found[0], words: found[1], bits: found[2] };
  if (right.slice(1).includes(firstA) || left.slice(1).includes(firstB)) {
    return {
      field: 'forenames',
      agreement: 'similar',
      words: "One goes by the other's middle name",
      bits: weights.middleName,
    };
  }
  return { field: 'forenames', agreement: 'different', words: 'Different forenames', bits: weights.different };
}
