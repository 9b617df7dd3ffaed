import { partialDateWords } from '@mash/clocks';
import { formatNhsNumber, formatUpn } from '@mash/person-matching';
import type { ComparablePerson, MatchField } from '@mash/person-matching';
import { saidDate } from './said-date';

function birthWords({ birthDate, expectedDate }: ComparablePerson): string | undefined {
  const date = birthDate === undefined ? undefined : saidDate(birthDate);
  if (date !== undefined) return `${birthDate?.approximate === true ? 'about ' : ''}${partialDateWords(date)}`;
  return expectedDate === undefined ? undefined : `expected ${partialDateWords(expectedDate)}`;
}

/** The words of one field, to stand beside the reason on the match page; undefined where nothing is known. */
export function matchValue(person: ComparablePerson, field: MatchField): string | undefined {
  const { nhsNumber, upn, address } = person;
  const values: Record<MatchField, string | undefined> = {
    nhsNumber: nhsNumber === undefined ? undefined : formatNhsNumber(nhsNumber),
    upn: upn === undefined ? undefined : formatUpn(upn),
    forenames: person.forenames,
    surname: person.surname,
    birthDate: birthWords(person),
    sex: person.sex,
    postcode: address?.postcode,
    address: address?.lines,
  };
  return values[field] === '' ? undefined : values[field];
}
