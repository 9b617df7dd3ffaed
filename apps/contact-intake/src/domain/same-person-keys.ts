import type { BirthDate } from '@mash/contracts';
import { wholeDate } from './said-date';

export interface Identified {
  readonly forenames?: string | undefined;
  readonly surname?: string | undefined;
  readonly birthDate?: BirthDate | undefined;
  readonly nhsNumber?: string | undefined;
  readonly upn?: string | undefined;
}

/** Letters only, in lower case and without accents, so that typing habits do not part a name from itself. */
const plain = (name: string | undefined): string =>
  (name ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}]/gu, '');

/** Whole name and whole birth date as one comparable key, or undefined where any of it is missing. */
export function nameAndBirthKey({ forenames, surname, birthDate }: Identified): string | undefined {
  const [first, last, born] = [plain(forenames), plain(surname), wholeDate(birthDate)];
  return first === '' || last === '' || born === undefined ? undefined : `name:${last}|${first}|${born}`;
}

/**
 * Keys under which two mentions are very probably one person. They count repeat contacts before anybody has screened; they link nobody:
 * only a human matches. Identifiers come in already checked: a mistyped one is left out by the caller.
 */
export function samePersonKeys(person: Identified): string[] {
  const keys = [
    nameAndBirthKey(person),
    person.nhsNumber === undefined ? undefined : `nhs:${person.nhsNumber}`,
    person.upn === undefined ? undefined : `upn:${person.upn}`,
  ];
  return keys.filter((key) => key !== undefined);
}
