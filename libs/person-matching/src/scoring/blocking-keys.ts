import type { ComparablePerson, KnownBirthDate } from '../comparable-person';
import { isValidNhsNumber, normaliseNhsNumber } from '../identifiers/nhs-number';
import { normalisePostcode } from '../identifiers/postcode';
import { isValidUpn, normaliseUpn } from '../identifiers/upn';
import { nameParts } from '../names/normalise-name';
import { phoneticKey } from '../names/phonetic-key';
import { lookupNames } from '../names/share-a-group';

const soundsOf = (names: readonly string[]): string[] => [...new Set(names.map(phoneticKey))];

/** A whole date as a key that its swapped reading shares; not 1 January, which would gather half the country. */
function dateKeys(date?: KnownBirthDate): string[] {
  const { year, month, day } = date ?? {};
  if (year === undefined || month === undefined || day === undefined || (month === 1 && day === 1)) return [];
  return [`dob:${year}-${Math.min(month, day)}-${Math.max(month, day)}`];
}

/** Two overlapping spans of two years, so that a year wrong by one still meets. */
const yearKeys = (year?: number): string[] => (year === undefined ? [] : [`year:${year - 1}`, `year:${year}`]);

function identifierKeys({ nhsNumber = '', upn = '' }: ComparablePerson): string[] {
  return [
    ...(isValidNhsNumber(nhsNumber) ? [`nhs:${normaliseNhsNumber(nhsNumber) ?? ''}`] : []),
    ...(isValidUpn(upn) ? [`upn:${normaliseUpn(upn)}`] : []),
  ];
}

/**
 * Keys by which the people index is searched: two people who may be one share at least one. Store them with each person, look up
 * those of the mention. They hold pieces of names and dates: they are personal data, for the index only, never for a log.
 */
export function blockingKeys(person: ComparablePerson): string[] {
  const aliases = (person.aliases ?? []).flatMap((alias) => nameParts(alias));
  const surnames = soundsOf(
    [...nameParts(person.surname ?? ''), nameParts(person.surname ?? '').join(''), ...aliases].filter(Boolean),
  );
  const forenames = soundsOf(nameParts(person.forenames ?? '').flatMap(lookupNames));
  const postcode = normalisePostcode(person.address?.postcode ?? '');
  const year = person.birthDate?.year;
  const pairs = surnames.flatMap((surname) => forenames.map((forename) => [surname, forename].sort().join('|')));
  return [
    ...new Set([
      ...identifierKeys(person),
      ...dateKeys(person.birthDate),
      ...pairs.map((pair) => `name:${pair}`),
      ...[...surnames, ...forenames].flatMap((sound) => yearKeys(year).map((key) => `${key}|${sound}`)),
      ...(postcode === undefined ? [] : [...surnames, ...forenames].map((sound) => `place:${sound}|${postcode}`)),
    ]),
  ].sort();
}
