import type { SaidBirth } from './said-birth';

/**
 * What is known of a birth where the index and a contact both speak: the index's date, else the contact's. A baby whom the index holds as
 * unborn has been born when a contact tells of a child.
 */
export function knownBirth(person: SaidBirth | undefined, said: SaidBirth): SaidBirth {
  if (person === undefined) return said;
  return {
    kind: person.kind === 'unborn' ? said.kind : person.kind,
    birthDate: person.birthDate ?? said.birthDate,
    expectedDate: person.expectedDate ?? said.expectedDate,
  };
}
