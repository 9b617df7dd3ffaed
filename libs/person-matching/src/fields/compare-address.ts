import { normalisePostcode } from '../identifiers/postcode';
import { jaroWinkler } from '../names/jaro-winkler';
import { missing, type Finding } from '../scoring/finding';
import { MATCH_WEIGHTS } from '../scoring/match-weights';

/** Postcodes: the same, or of one sector (`SS1 1`). People move, and a household shares one. */
export function comparePostcode(a?: string, b?: string): Finding {
  const [left, right] = [normalisePostcode(a ?? ''), normalisePostcode(b ?? '')];
  if (left === undefined || right === undefined) return missing('postcode');
  const weights = MATCH_WEIGHTS.postcode;
  if (left === right) return { field: 'postcode', agreement: 'same', words: 'Same postcode', bits: weights.same };
  if (left.slice(0, -2) === right.slice(0, -2)) {
    return { field: 'postcode', agreement: 'similar', words: 'Postcodes close to each other', bits: weights.nearby };
  }
  return { field: 'postcode', agreement: 'different', words: 'Different postcodes', bits: weights.different };
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  st: 'street',
  rd: 'road',
  ave: 'avenue',
  cl: 'close',
  ln: 'lane',
  dr: 'drive',
  ct: 'court',
  cres: 'crescent',
};

function words(lines: string): string[] {
  const parts = lines
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
  return parts.map((part) => ABBREVIATIONS[part] ?? part);
}

const numberOf = (parts: readonly string[]): string | undefined => parts.find((part) => /^\d+[a-z]?$/.test(part));

/** Address lines: the whole text, then house number with a street that reads nearly the same. */
export function compareAddress(a?: string, b?: string): Finding {
  const [left, right] = [words(a ?? ''), words(b ?? '')];
  if (left.length === 0 || right.length === 0) return missing('address');
  const weights = MATCH_WEIGHTS.address;
  if (left.join(' ') === right.join(' '))
    return { field: 'address', agreement: 'same', words: 'Same address', bits: weights.same };
  const sameNumber = numberOf(left) === numberOf(right);
  const street = (parts: readonly string[]) =>
    parts
      .filter((part) => part !== numberOf(parts))
      .slice(0, 2)
      .join(' ');
  if (sameNumber && jaroWinkler(street(left), street(right)) >= 0.88) {
    return { field: 'address', agreement: 'similar', words: 'Addresses nearly the same', bits: weights.similar };
  }
  return { field: 'address', agreement: 'different', words: 'Different addresses', bits: weights.different };
}
