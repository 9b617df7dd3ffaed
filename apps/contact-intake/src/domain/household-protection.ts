import type { MentionedPerson } from '@mash/contracts';

export type ProtectedPlace = 'address' | 'school' | 'surgery';

interface AtHome {
  readonly said: MentionedPerson;
  readonly householdId?: string | undefined;
}

/** The places of one mention that are left out everywhere (rule book R-SAFE-01). A protected address protects the whole household's. */
export function protectedPlaces(mention: AtHome, roster: readonly AtHome[]): ProtectedPlace[] {
  const atHome =
    mention.householdId === undefined ? [] : roster.filter((one) => one.householdId === mention.householdId);
  const address = [mention, ...atHome].some(({ said }) => said.addressProtected === true);
  const places: [ProtectedPlace, boolean][] = [
    ['address', address],
    ['school', mention.said.schoolProtected === true],
    ['surgery', mention.said.surgeryProtected === true],
  ];
  return places.filter(([, isProtected]) => isProtected).map(([place]) => place);
}
