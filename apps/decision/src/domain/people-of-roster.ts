import type { RosterChangedV1 } from '@mash/contracts';
import type { RosterPerson } from './roster-person';

/** The people of a roster, each once: two mentions in a contact may turn out to be one person. */
export function peopleOfRoster(mentions: RosterChangedV1['data']['mentions']): RosterPerson[] {
  const people = new Map<string, RosterPerson>();
  for (const { personId, kind, ageBand, relation } of mentions) {
    if (!people.has(personId)) people.set(personId, { personId, kind, ageBand, relation });
  }
  return [...people.values()];
}
