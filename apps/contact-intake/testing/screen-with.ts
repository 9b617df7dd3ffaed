import { newId } from '@mash/contracts';
import type { MentionedPerson, Roster, RosterChangedV1, SearchResult } from '@mash/contracts';
import { people } from '@mash/testing';
import { aChild } from './a-contact';
import { recordAContact } from './record-a-contact';
import type { Intake } from './start-intake';

/** The steps of screening, through the API, as an analyst unless said otherwise. */
export function screenWith(intake: Intake) {
  let families = 0;
  /** A child nobody else in these tests is called like. */
  const names = [
    'Bracken',
    'Sorrel',
    'Tansy',
    'Clover',
    'Yarrow',
    'Teasel',
    'Burdock',
    'Campion',
    'Fennel',
    'Hyssop',
    'Lovage',
    'Mallow',
    'Orpine',
    'Rampion',
    'Sanicle',
    'Vervain',
  ];
  const aFamily = (): MentionedPerson => {
    families += 1;
    const birthDate = { year: 2009 + families, month: 2, day: 10 + families };
    return aChild({
      forenames: names[families] ?? '',
      surname: `Of${names[names.length - families] ?? ''}wood`,
      birthDate,
    });
  };
  const again = (child: MentionedPerson, changes: Partial<MentionedPerson> = {}): MentionedPerson => ({
    ...child,
    mentionId: newId(),
    ...changes,
  });

  const enquiryAbout = async (...who: MentionedPerson[]) => (await recordAContact(intake, { people: who })).enquiryId;
  const rosterOf = async (enquiryId: string) =>
    (await intake.as(people.analyst)('get', `/enquiries/${enquiryId}/roster`)).body as Roster;
  const post = (path: string, body: object, as: typeof people.analyst = people.analyst) =>
    intake.as(as)('post', path, body);
  const searchFor = async (enquiryId: string, mentionId: string) =>
    (await post('/people/search', { enquiryId, mentionId })).body as SearchResult;
  const matchAs = (enquiryId: string, mentionId: string, searchId: string, candidateId: string, verdict: string) =>
    post(`/enquiries/${enquiryId}/mentions/${mentionId}/match`, { searchId, candidateId, verdict });
  const create = (enquiryId: string, mentionId: string, searchId: string) =>
    post(`/enquiries/${enquiryId}/mentions/${mentionId}/create-person`, { searchId });
  const lastRoster = async (enquiryId: string) =>
    (await intake.events<RosterChangedV1['data']>('contact-intake.roster-changed', enquiryId)).at(-1)?.data;
  /** An enquiry whose child is a person of the index, looked up and created. */
  const aKnownChild = async (child = aFamily()) => {
    const enquiryId = await enquiryAbout(child);
    const { searchId } = await searchFor(enquiryId, child.mentionId);
    const roster = (await create(enquiryId, child.mentionId, searchId)).body as Roster;
    return { child, enquiryId, personId: roster.people[0]?.personId ?? '' };
  };

  return { again, aFamily, aKnownChild, create, enquiryAbout, lastRoster, matchAs, post, rosterOf, searchFor };
}
export type ScreeningSteps = ReturnType<typeof screenWith>;
