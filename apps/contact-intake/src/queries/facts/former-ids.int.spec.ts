import { DEMO_PARTNERSHIP, newId, type FormerIds } from '@mash/contracts';
import { people } from '@mash/testing';
import { aMother } from '../../../testing/a-contact';
import { screenWith, type ScreeningSteps } from '../../../testing/screen-with';
import { startIntake, type Intake } from '../../../testing/start-intake';

describe('The other ids of a person', () => {
  let intake: Intake;
  let screen: ScreeningSteps;
  beforeAll(async () => {
    intake = await startIntake();
    screen = screenWith(intake);
  });
  afterAll(() => intake.close());

  const ask = (
    personId: string,
    {
      partnershipId = DEMO_PARTNERSHIP,
      claims = {},
    }: { partnershipId?: string; claims?: Record<string, unknown> } = {},
  ) => {
    const path = `/facts/people/${personId}/former-ids?partnershipId=${partnershipId}`;
    return intake.asSystem(['facts:read'], claims)('get', path);
  };
  const of = async (personId: string) => ((await ask(personId)).body as FormerIds).formerIds;
  const contactOf = async (enquiryId: string) => {
    const rows = await intake.query<{ contact_id: string }>('SELECT contact_id FROM contact WHERE enquiry_id = $1', [
      enquiryId,
    ]);
    return rows[0]?.contact_id;
  };
  /** A child of the index, and a later enquiry that mentions them as somebody new. */
  async function aKnownChildAgain() {
    const known = await screen.aKnownChild();
    const child = screen.again(known.child);
    const enquiryId = await screen.enquiryAbout(child, aMother());
    const before = (await screen.rosterOf(enquiryId)).people[0]?.personId ?? '';
    const { searchId } = await screen.searchFor(enquiryId, child.mentionId);
    await screen.matchAs(enquiryId, child.mentionId, searchId, known.personId, 'same');
    return { known, child, enquiryId, before };
  }

  test('are those of before each match, with the enquiry where they stood, and its contact of a concern', async () => {
    const { known, enquiryId, before } = await aKnownChildAgain();
    const formerIds = await of(known.personId);
    expect(formerIds).toContainEqual({ enquiryId, personId: before });
    expect(formerIds).toContainEqual({ enquiryId, personId: await contactOf(enquiryId) });
    expect(await of(before)).toEqual([]);
  });

  test('after a link was taken back are those of whoever the mention is, and nobody else has them', async () => {
    const { known, child, enquiryId, before } = await aKnownChildAgain();
    await screen.post(
      `/enquiries/${enquiryId}/mentions/${child.mentionId}/unlink`,
      { reason: 'wrong_person' },
      people.manager,
    );
    expect((await of(known.personId)).filter((one) => one.enquiryId === enquiryId)).toEqual([]);
    expect(await of(before)).toContainEqual({ enquiryId, personId: known.personId });
  });

  test('are read by whoever searches the audit log, in their own partnership, and leave an entry', async () => {
    const { known, enquiryId, before } = await aKnownChildAgain();
    const asks = (as: typeof people.manager) => intake.as(as)('get', `/people/${known.personId}/former-ids`);
    for (const reader of [people.igOfficer, people.auditor]) {
      const { status, body } = await asks(reader);
      expect([status, body]).toEqual([200, { formerIds: await of(known.personId) }]);
      expect((body as FormerIds).formerIds).toContainEqual({ enquiryId, personId: before });
    }
    for (const nobody of [people.manager, people.analyst, people.teacher])
      expect((await asks(nobody)).status).toBe(404);
    expect((await asks({ ...people.igOfficer, partnershipId: newId() })).body).toEqual({ formerIds: [] });
    const looks = (await intake.events('audit.audit-recorded')).map(({ data }) => data);
    const entry = { action: 'person.read-former-ids', personIds: [known.personId] };
    for (const outcome of ['shown', 'refused'])
      expect(looks).toContainEqual(expect.objectContaining({ ...entry, outcome }));
  });

  test('are of their own partnership, for services alone, and leave an entry', async () => {
    const { known } = await aKnownChildAgain();
    const other = newId();
    expect((await ask(known.personId, { partnershipId: other })).body).toEqual({ formerIds: [] });
    expect((await ask(known.personId, { claims: { partnership: other } })).status).toBe(404);
    expect((await intake.as(people.manager)('get', `/facts/people/${known.personId}/former-ids`)).status).toBe(403);
    const looks = await intake.events('audit.audit-recorded');
    expect(looks.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ action: 'facts.read-former-ids', personIds: [known.personId] }),
    );
  });
});
