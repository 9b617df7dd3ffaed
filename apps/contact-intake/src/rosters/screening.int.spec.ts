import { newId } from '@mash/contracts';
import type { ConsentStatedV1, MatchCandidate, Roster } from '@mash/contracts';
import { people } from '@mash/testing';
import { aChild, aMother } from '../../testing/a-contact';
import { recordAContact } from '../../testing/record-a-contact';
import { screenWith } from '../../testing/screen-with';
import type { ScreeningSteps } from '../../testing/screen-with';
import { startIntake } from '../../testing/start-intake';
import type { Intake } from '../../testing/start-intake';

describe('Screening', () => {
  let intake: Intake;
  let screen: ScreeningSteps;
  beforeAll(async () => {
    intake = await startIntake();
    screen = screenWith(intake);
  });
  afterAll(() => intake.close());

  test('finds the same child under a misspelt name, with reasons in words, and keeps what it found', async () => {
    const known = await screen.aKnownChild(
      aChild({ forenames: 'Katherine', surname: 'Thistlewood', birthDate: { year: 2017, month: 5, day: 3 } }),
    );
    const child = screen.again(known.child, { forenames: 'Catherine', surname: 'Thisslewood' });
    const enquiryId = await screen.enquiryAbout(child);
    const { searchId, candidates } = await screen.searchFor(enquiryId, child.mentionId);
    const found = candidates.find(({ personId }) => personId === known.personId) as MatchCandidate;
    expect(found.band).not.toBe('unlikely');
    expect(found.reasons).toContainEqual(
      expect.objectContaining({ field: 'birthDate', agreement: 'same', record: '3 May 2017' }),
    );
    const kept = await intake.query('SELECT * FROM search_candidate WHERE search_id = $1', [searchId]);
    expect(kept).toHaveLength(candidates.length);
  });

  test('"same" links the mention, counts the earlier contact, and makes a new roster version of codes', async () => {
    const known = await screen.aKnownChild();
    const child = screen.again(known.child);
    const enquiryId = await screen.enquiryAbout(child, aMother());
    const { searchId } = await screen.searchFor(enquiryId, child.mentionId);
    const answer = await screen.matchAs(enquiryId, child.mentionId, searchId, known.personId, 'same');
    expect(answer.status).toBe(200);
    expect((answer.body as Roster).people[0]).toMatchObject({
      personId: known.personId,
      matched: 'matched',
      contactsIn6Months: 1,
      contactsIn12Months: 1,
    });
    const event = await screen.lastRoster(enquiryId);
    expect(event).toMatchObject({ version: 2, repeatContacts12Months: 1 });
    expect(event?.mentions[0]).toMatchObject({ personId: known.personId, matched: 'matched' });
    expect(JSON.stringify(event)).not.toContain(child.surname);
  });

  test('"same" announces nothing of consent again: the facts say who the person was before, and it is read of whoever that is today', async () => {
    const known = await screen.aKnownChild();
    const child = screen.again(known.child);
    const refused = {
      mentionId: child.mentionId,
      kind: 'sharing',
      state: 'refused',
      givenBy: 'parent_with_pr',
    } as const;
    const { enquiryId } = await recordAContact(intake, { people: [child], consents: [refused], urgent: true });
    const { searchId } = await screen.searchFor(enquiryId, child.mentionId);
    await screen.matchAs(enquiryId, child.mentionId, searchId, known.personId, 'same');
    const stated = await intake.events<ConsentStatedV1['data']>('contact-intake.consent-stated', enquiryId);
    expect(stated).toHaveLength(1);
  });

  test('shows who somebody is as the index knows it, and where they live as this contact says it', async () => {
    const family = {
      ...screen.aFamily(),
      address: { lines: '1 Old Quay', postcode: 'ZE1 0AA' },
      nhsNumber: '9434765919',
    };
    const known = await screen.aKnownChild(family);
    const child = screen.again(family, {
      forenames: family.forenames,
      nhsNumber: undefined,
      address: { lines: '2 New Quay' },
      upn: 'A950000178301',
    });
    const enquiryId = await screen.enquiryAbout(child);
    const { searchId } = await screen.searchFor(enquiryId, child.mentionId);
    const answer = await screen.matchAs(enquiryId, child.mentionId, searchId, known.personId, 'same');
    expect((answer.body as Roster).people[0]).toMatchObject({
      nhsNumber: '9434765919',
      nhsNumberTyped: 'correctly',
      upn: 'A950000178301',
      address: { lines: '2 New Quay' },
    });
  });

  test('creates nobody before a search, nor while a likely candidate is not ruled out', async () => {
    const known = await screen.aKnownChild();
    const child = screen.again(known.child);
    const enquiryId = await screen.enquiryAbout(child);
    const early = await screen.create(enquiryId, child.mentionId, newId());
    expect([early.status, early.body.code]).toEqual([409, 'INTAKE.SEARCH_FIRST']);
    const { searchId, candidates } = await screen.searchFor(enquiryId, child.mentionId);
    expect((await screen.create(enquiryId, child.mentionId, searchId)).body.code).toBe('INTAKE.SEARCH_FIRST');

    const open = candidates.filter(({ band }) => band !== 'unlikely');
    for (const { personId } of open) await screen.matchAs(enquiryId, child.mentionId, searchId, personId, 'different');
    expect((await screen.rosterOf(enquiryId)).version).toBe(1);
    const created = await screen.create(enquiryId, child.mentionId, searchId);
    expect((created.body as Roster).people[0]).toMatchObject({ matched: 'new' });
    expect((created.body as Roster).version).toBe(2);
  });

  test('a wrong link is taken back, and the trail says who linked and who un-linked', async () => {
    const known = await screen.aKnownChild();
    const child = screen.again(known.child);
    const enquiryId = await screen.enquiryAbout(child);
    const { searchId } = await screen.searchFor(enquiryId, child.mentionId);
    await screen.matchAs(enquiryId, child.mentionId, searchId, known.personId, 'same');
    const path = `/enquiries/${enquiryId}/mentions/${child.mentionId}/unlink`;
    const answer = await screen.post(path, { reason: 'wrong_person' }, people.manager);
    expect((answer.body as Roster).people[0]).toMatchObject({ matched: 'not_looked' });
    expect((answer.body as Roster).people[0]?.personId).not.toBe(known.personId);
    const trail = await intake.query(
      'SELECT action, person_id, done_by, reason FROM match_trail WHERE enquiry_id = $1 ORDER BY done_at',
      [enquiryId],
    );
    expect(trail).toEqual([
      { action: 'same', person_id: known.personId, done_by: people.analyst.id, reason: null },
      { action: 'unlinked', person_id: known.personId, done_by: people.manager.id, reason: 'wrong_person' },
    ]);
    expect((await screen.post(path, { reason: 'wrong_person' })).body.code).toBe('INTAKE.NOT_MATCHED');
  });

  test('somebody who is in hiding now is in hiding under the earlier record too', async () => {
    const family = { ...screen.aFamily(), address: { lines: '7 Old Harbour Street', postcode: 'ZE1 0AA' } };
    const known = await screen.aKnownChild(family);
    const child = screen.again(family, { address: undefined, addressProtected: true });
    const enquiryId = await screen.enquiryAbout(child);
    const { searchId } = await screen.searchFor(enquiryId, child.mentionId);
    await screen.matchAs(enquiryId, child.mentionId, searchId, known.personId, 'same');
    for (const one of [enquiryId, known.enquiryId]) {
      const roster = await screen.rosterOf(one);
      expect(roster.people[0]).toMatchObject({ addressProtected: true });
      expect(JSON.stringify(roster)).not.toContain('Harbour');
    }
    const third = screen.again(family);
    const found = await screen.searchFor(await screen.enquiryAbout(third), third.mentionId);
    expect(
      JSON.stringify(found.candidates.map(({ address, reasons }) => [address, reasons.map(({ record }) => record)])),
    ).not.toContain('Harbour');
  });

  test('the roster is confirmed with the sibling whom the contact left out, once for each version', async () => {
    const child = screen.aFamily();
    const enquiryId = await screen.enquiryAbout(child, aMother());
    const { people: listed, version } = await screen.rosterOf(enquiryId);
    const sibling = aChild({ forenames: 'Robin', relation: 'household' });
    const confirmation = {
      expectedVersion: version,
      whoElse: 'added',
      whoSaysSo: 'the health visitor',
      people: listed.map(({ mentionId, relation }) => ({ mentionId, relation, livesInHousehold: 'yes' })),
      added: [sibling],
    };
    const answer = await screen.post(`/enquiries/${enquiryId}/roster`, confirmation);
    expect(answer.body).toMatchObject({
      version: 2,
      confirmed: true,
      whoElse: 'added',
      whoSaysSo: 'the health visitor',
    });
    expect((answer.body as Roster).people).toHaveLength(3);
    const event = await screen.lastRoster(enquiryId);
    expect(event).toMatchObject({ version: 2, confirmed: true });
    expect(new Set(event?.mentions.map(({ householdId }) => householdId)).size).toBe(1);
    const contact = await intake.as(people.analyst)('get', `/enquiries/${enquiryId}/contact`);
    expect(contact.body.people).toHaveLength(2); // the contact is never altered

    const late = await screen.post(`/enquiries/${enquiryId}/roster`, confirmation);
    expect([late.status, late.body.code]).toEqual([409, 'INTAKE.ROSTER_CHANGED']);
  });

  test('of two analysts who confirm at once, one is told to look again', async () => {
    const child = screen.aFamily();
    const enquiryId = await screen.enquiryAbout(child);
    const confirm = (as: typeof people.analyst) =>
      screen.post(
        `/enquiries/${enquiryId}/roster`,
        {
          expectedVersion: 1,
          whoElse: 'nobody_else',
          whoSaysSo: 'the school',
          people: [{ mentionId: child.mentionId, relation: 'concern', livesInHousehold: 'yes' }],
          added: [],
        },
        as,
      );
    const answers = await Promise.all([confirm(people.analyst), confirm(people.manager)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is closed to referrers, agencies and other partnerships', async () => {
    const child = screen.aFamily();
    const enquiryId = await screen.enquiryAbout(child);
    const { searchId } = await screen.searchFor(enquiryId, child.mentionId);
    for (const as of [people.teacher, people.policeLiaison, people.igOfficer, people.otherAnalyst]) {
      expect((await intake.as(as)('get', `/enquiries/${enquiryId}/roster`)).status).toBe(404);
      expect((await screen.post('/people/search', { enquiryId, surname: 'Wood' }, as)).status).toBe(404);
      const path = `/enquiries/${enquiryId}/mentions/${child.mentionId}/create-person`;
      expect((await screen.post(path, { searchId }, as)).status).toBe(404);
    }
    const officer = await screen.post(
      `/enquiries/${enquiryId}/mentions/${child.mentionId}/create-person`,
      { searchId },
      people.contactOfficer,
    );
    expect(officer.status).toBe(403);
  });

  test("another partnership's people are in no search", async () => {
    const known = await screen.aKnownChild();
    const child = screen.again(known.child);
    const theirs = await recordAContact(
      intake,
      { people: [child] },
      { ...people.teacher, partnershipId: people.otherAnalyst.partnershipId },
    );
    const answer = await screen.post(
      '/people/search',
      { enquiryId: theirs.enquiryId, mentionId: child.mentionId },
      people.otherAnalyst,
    );
    expect(answer.body).toMatchObject({ candidates: [] });
  });
});
