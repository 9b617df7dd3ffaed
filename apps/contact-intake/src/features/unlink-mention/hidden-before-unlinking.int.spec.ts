import type { AuditRecordedV1, IntakeFacts, MentionedPerson, ProtectedPlace, Roster } from '@mash/contracts';
import { people } from '@mash/testing';
import { aMother } from '../../../testing/a-contact';
import { screenWith, type ScreeningSteps } from '../../../testing/screen-with';
import { startIntake, type Intake } from '../../../testing/start-intake';

jest.setTimeout(60_000);

const OF_PLACES: Partial<MentionedPerson> = {
  address: { lines: '7 Old Harbour Street', postcode: 'ZE1 0AA' },
  school: 'Harbour Academy',
  gp: 'Harbour Surgery',
};
const atHome = { livesInHousehold: 'yes' } as const;

describe('Once the link to somebody in hiding is taken back', () => {
  let intake: Intake;
  let screen: ScreeningSteps;
  beforeAll(async () => {
    intake = await startIntake();
    screen = screenWith(intake);
  });
  afterAll(() => intake.close());

  const ofMention = (enquiryId: string, mentionId: string, what: string) =>
    `/enquiries/${enquiryId}/mentions/${mentionId}/${what}`;

  /** A child whose contact says every place in plain, found to be one whom another enquiry has marked, or whose mother it has. */
  const foundToHide = async (places: ProtectedPlace[], isMothers = false) => {
    const [child, mother] = [{ ...screen.aFamily(), ...OF_PLACES, ...atHome }, aMother(atHome)];
    const marking = await screen.enquiryAbout(child, mother);
    const { searchId } = await screen.searchFor(marking, child.mentionId);
    const created = (await screen.create(marking, child.mentionId, searchId)).body as Roster;
    const again = screen.again(child, { livesInHousehold: 'no' });
    const enquiryId = await screen.enquiryAbout(again);
    const found = await screen.searchFor(enquiryId, again.mentionId);
    await screen.matchAs(enquiryId, again.mentionId, found.searchId, created.people[0]?.personId ?? '', 'same');
    if (places.length > 0)
      await screen.post(ofMention(marking, (isMothers ? mother : child).mentionId, 'protect-places'), { places });
    return { enquiryId, mentionId: again.mentionId };
  };
  const unlink = async ({ enquiryId, mentionId }: { enquiryId: string; mentionId: string }) =>
    (await screen.post(ofMention(enquiryId, mentionId, 'unlink'), { reason: 'wrong_person' })).body as Roster;

  /** Who was marked there, as the log has it. */
  const markedIn = async (enquiryId: string) =>
    (await intake.events<AuditRecordedV1['data']>('audit.audit-recorded', enquiryId))
      .filter(({ data }) => data.action === 'person.protect-places')
      .map(({ data }) => data.subject.id);

  test.each([
    ['they', ['school'], false],
    ['whoever they live with', ['address'], true],
  ] as [string, ProtectedPlace[], boolean][])(
    'nothing opens in that enquiry where %s were marked in another, until a manager clears it',
    async (_who, places, isMothers) => {
      const here = await foundToHide(places, isMothers);
      const roster = await unlink(here);
      const hidden = { matched: 'not_looked', addressProtected: true, protectedPlaces: places };
      expect(roster.people[0]).toMatchObject(hidden);
      const contact = await intake.as(people.analyst)('get', `/enquiries/${here.enquiryId}/contact`);
      expect(JSON.stringify([roster, contact.body])).not.toContain('Harbour');
      const facts = await intake.asSystem(['facts:read'])('get', `/facts/enquiries/${here.enquiryId}`);
      expect((facts.body as IntakeFacts).people[0]?.protected).toEqual(places);
      const sql = `SELECT 1 FROM person WHERE person_id = $1 AND num_nonnulls(address_lines, postcode, school, gp) > 0`;
      expect(await intake.query(sql, [roster.people[0]?.personId])).toEqual([]);
      expect(await markedIn(here.enquiryId)).toEqual([roster.people[0]?.personId]);
    },
  );

  test('whom a contact says to be in hiding is in the log as marked once they are found', async () => {
    const known = await screen.aKnownChild();
    const said = screen.again(known.child, { addressProtected: true });
    const enquiryId = await screen.enquiryAbout(said);
    const { searchId } = await screen.searchFor(enquiryId, said.mentionId);
    await screen.matchAs(enquiryId, said.mentionId, searchId, known.personId, 'same');
    expect(await markedIn(enquiryId)).toEqual([known.personId]);
  });

  test('nobody is marked where nothing was hidden', async () => {
    const [person] = (await unlink(await foundToHide([]))).people;
    expect(person).toMatchObject({ matched: 'not_looked', addressProtected: false, school: 'Harbour Academy' });
  });
});
