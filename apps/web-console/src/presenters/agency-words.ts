import { DEMO_AGENCY_REGISTER, NOT_NAMED_AGENCY } from '@mash/contracts';

const known: ReadonlyMap<string, string> = new Map(DEMO_AGENCY_REGISTER.map(({ id, name }) => [id, name]));

/** In place of an agency whose name would say what it knows. */
export const NOT_NAMED = 'An agency that is not named to you';

/** An agency's name; where the register is not at hand, its id in words: `riverside-police` reads "Riverside police". */
export function agencyWords(agencyId: string): string {
  if (agencyId === NOT_NAMED_AGENCY) return NOT_NAMED;
  const spaced = agencyId.replaceAll('-', ' ');
  return known.get(agencyId) ?? `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}

/** The same where other words of the sentence go before it. */
export const agencyAmid = (agencyId: string): string =>
  agencyId === NOT_NAMED_AGENCY ? `${NOT_NAMED.charAt(0).toLowerCase()}${NOT_NAMED.slice(1)}` : agencyWords(agencyId);
