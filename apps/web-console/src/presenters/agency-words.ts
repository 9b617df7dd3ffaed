import { DEMO_AGENCY_REGISTER } from '@mash/contracts';

const known: ReadonlyMap<string, string> = new Map(DEMO_AGENCY_REGISTER.map(({ id, name }) => [id, name]));

/** An agency's name; where the register is not at hand, its id in words: `riverside-police` reads "Riverside police". */
export function agencyWords(agencyId: string): string {
  const spaced = agencyId.replaceAll('-', ' ');
  return known.get(agencyId) ?? `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}
