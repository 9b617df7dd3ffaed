import type { ConfirmRoster } from '@mash/contracts';
import { dateFaults } from './date-faults';
import { IntakeRefusal } from './intake-refusal';
import { protectedAddressFaults } from './protected-address-faults';
import { protectedOf } from './household-protection';
import type { Persons } from './household-protection';
import type { Roster } from './roster';

/** People whom screening adds obey what a contact's people obey: no protected place in plain, no date that cannot be. */
export function requireSafeAdditions(
  roster: Roster,
  { added, people }: ConfirmRoster,
  persons: Persons,
  now: Date,
): void {
  const known = roster.mentions.map((mention) => {
    const answer = people.find(({ mentionId }) => mentionId === mention.mentionId);
    const places = [...protectedOf(mention, persons), ...(answer?.protectedPlaces ?? [])];
    const { mentionId, kind, relation } = mention.said;
    const livesInHousehold = answer?.livesInHousehold ?? mention.livesInHousehold;
    return { mentionId, kind, relation, livesInHousehold, addressProtected: places.includes('address') };
  });
  // Whoever lives with a person in hiding is hidden with them, also when the two were named at different times.
  const hidden = protectedAddressFaults([...added, ...known], 'added').filter(
    ({ code }) => code === 'INTAKE.PROTECTED_ADDRESS_IN_PLAIN',
  );
  const ofAdded = hidden.filter(({ field }) => Number(field.split('.')[1]) < added.length);
  const faults = [...ofAdded, ...dateFaults(added, 'added', now)];
  const [first] = faults;
  if (first !== undefined) throw new IntakeRefusal('invalid', first.code, first.message, faults);
}
