import { Roster, SearchResult, type RosterPerson } from '@mash/contracts';
import { act, read } from './http';

const rosterOf = (enquiryId: string) => read('analyst', 'contact-intake', `/enquiries/${enquiryId}/roster`, Roster);

/** The analyst searches for one person, and finds or creates them: a likely candidate is the same, a possible one is not. */
async function identify(enquiryId: string, { mentionId, forenames, surname, birthDate }: RosterPerson): Promise<void> {
  const wanted = { enquiryId, mentionId, forenames, surname, birthDate };
  const found = await act('analyst', 'contact-intake', '/people/search', wanted, { schema: SearchResult });
  const { searchId, candidates } = found;
  const at = `/enquiries/${enquiryId}/mentions/${mentionId}`;
  const judge = (candidateId: string, verdict: 'same' | 'different') =>
    act('analyst', 'contact-intake', `${at}/match`, { searchId, candidateId, verdict });
  const likely = candidates.find(({ band }) => band === 'likely');
  if (likely) {
    await judge(likely.personId, 'same');
    return;
  }
  for (const { personId, band } of candidates) if (band === 'possible') await judge(personId, 'different');
  await act('analyst', 'contact-intake', `${at}/create-person`, { searchId });
}

/** The analyst looks everybody up and confirms who lives there, and who says so. */
export async function screen(enquiryId: string): Promise<Roster> {
  const { people } = await rosterOf(enquiryId);
  for (const person of people) if (person.matched === 'not_looked') await identify(enquiryId, person);
  const looked = await rosterOf(enquiryId);
  const confirmed = looked.people.map((person) => {
    const { mentionId, relation, relationship, livesInHousehold = 'not_known' } = person;
    const { parentalResponsibility, parentalResponsibilityKnownHow } = person;
    const responsibility = { parentalResponsibility, parentalResponsibilityKnownHow };
    return { mentionId, relation, relationship, livesInHousehold, ...responsibility };
  });
  await act('analyst', 'contact-intake', `/enquiries/${enquiryId}/roster`, {
    expectedVersion: looked.version,
    whoElse: 'nobody_else',
    whoSaysSo: 'The school and the council tax record',
    people: confirmed,
    added: [],
  });
  return rosterOf(enquiryId);
}

/** The id in the people index of somebody who was mentioned. */
export function personOf(roster: Roster, { mentionId }: { mentionId: string }): string {
  const person = roster.people.find((one) => one.mentionId === mentionId);
  if (person === undefined) throw new Error('Nobody on the roster was mentioned so');
  return person.personId;
}
