import { PET_FORMS, SPELLINGS } from './name-groups';

function indexOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  groups.forEach((group, number) => {
    for (const name of group) index.set(name, [...(index.get(name) ?? []), number]);
  });
  return index;
}

const spellings = indexOf(SPELLINGS);
const petForms = indexOf(PET_FORMS);

const share = (index: ReadonlyMap<string, readonly number[]>, a: string, b: string): boolean =>
  (index.get(a) ?? []).some((group) => index.get(b)?.includes(group) === true);

/** Whether two normalised forenames are listed as spellings of one name. */
export const areSpellingsOfOneName = (a: string, b: string): boolean => share(spellings, a, b);

/** Whether one normalised forename is listed as a pet form of the other, or both of a third. */
export const arePetForms = (a: string, b: string): boolean => share(petForms, a, b);

/** Names under which a normalised forename is looked up: the heads of its groups, or itself where it is in none. */
export function lookupNames(name: string): string[] {
  const heads = [
    ...(spellings.get(name) ?? []).map((group) => SPELLINGS[group]?.[0] ?? name),
    ...(petForms.get(name) ?? []).map((group) => PET_FORMS[group]?.[0] ?? name),
  ];
  return [...new Set([name, ...heads])];
}
