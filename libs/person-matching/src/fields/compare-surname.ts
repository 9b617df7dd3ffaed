import type { ComparablePerson } from '../comparable-person';
import { nameParts, normaliseName } from '../names/normalise-name';
import { missing, type Finding } from '../scoring/finding';
import { MATCH_WEIGHTS } from '../scoring/match-weights';
import { compareWord } from './compare-word';

const weights = MATCH_WEIGHTS.surname;

const similar = (words: string, bits: number): Finding => ({ field: 'surname', agreement: 'similar', words, bits });

function isPartOf(a: readonly string[], b: readonly string[]): boolean {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  return fewer.length < more.length && fewer.some((part) => part.length > 2 && more.includes(part));
}

function comparePair(a: string, b: string): Finding {
  const [left, right] = [nameParts(a), nameParts(b)];
  const likeness = compareWord(left.join(''), right.join(''));
  if (likeness === 'same') return { field: 'surname', agreement: 'same', words: 'Same surname', bits: weights.same };
  if (likeness === 'spelling') return similar('Surnames spelt another way', weights.spelling);
  if (isPartOf(left, right) || [...left].sort().join() === [...right].sort().join()) {
    return similar('One surname is part of the other', weights.partOf);
  }
  if (likeness === 'close') return similar('Surnames nearly the same', weights.close);
  if (likeness === 'sounds-alike') return similar('Surnames sound alike', weights.soundsAlike);
  return { field: 'surname', agreement: 'different', words: 'Different surnames', bits: weights.different };
}

/** Other names that could stand in the place of the surname: the last word of an alias. */
function otherSurnames({ aliases = [] }: ComparablePerson): string[] {
  return aliases.flatMap((alias) => nameParts(alias).at(-1) ?? []);
}

function matchesAlias(a: ComparablePerson, b: ComparablePerson): boolean {
  const names = (person: ComparablePerson) =>
    [normaliseName(person.surname ?? ''), ...otherSurnames(person)].filter(Boolean);
  return names(a).some((name) => names(b).includes(name));
}

/** Surnames; where they differ, another name that one of them goes or went by. */
export function compareSurname(a: ComparablePerson, b: ComparablePerson): Finding {
  const [left, right] = [a, b].map(({ surname }) => (normaliseName(surname ?? '') === '' ? undefined : surname));
  if (left === undefined || right === undefined) return missing('surname');
  const finding = comparePair(left, right);
  if (finding.bits >= weights.alias || !matchesAlias(a, b)) return finding;
  return similar('Same as another name they go by', weights.alias);
}
