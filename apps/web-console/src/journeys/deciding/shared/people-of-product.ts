import { partialDateOf, partialDateWords } from '@mash/clocks';
import type { MakeOutwardProduct, Roster } from '@mash/contracts';

/** Names and birth dates of those whom a handover is about: what its receiver needs to find them, and no more. */
export function peopleOfProduct(
  personIds: readonly string[],
  roster: Roster | undefined,
  names: ReadonlyMap<string, string>,
): MakeOutwardProduct['people'] {
  return personIds.map((personId) => {
    const birthDate = roster?.people.find((person) => person.personId === personId)?.birthDate;
    return {
      personId,
      displayName: names.get(personId) ?? 'Name not known',
      ...birthDateWords(birthDate),
    };
  });
}

function birthDateWords(birthDate: Roster['people'][number]['birthDate']): { birthDate?: string } {
  const known = birthDate && partialDateOf(birthDate);
  return known === undefined ? {} : { birthDate: partialDateWords(known) };
}
