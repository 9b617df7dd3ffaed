import { DEMO_PARTNERSHIP, EnquiryAccessChangedV1, newId } from '@mash/contracts';
import type { ContactDetail, PeopleNames, Roster, SearchResult } from '@mash/contracts';
import { CaseAccessRepository } from '@mash/case-access';
import { UnitOfWork } from '@mash/persistence';
import { eventually, people } from '@mash/testing';
import { aContact } from '../../testing/a-contact';
import { screenWith, type ScreeningSteps } from '../../testing/screen-with';
import { startIntake, type Intake } from '../../testing/start-intake';

type Access = Partial<Omit<EnquiryAccessChangedV1['data'], 'enquiryId'>>;
const named = (...ids: string[]) => ids.map((accountId) => ({ accountId }));

describe('An enquiry that is shut to somebody of the hub', () => {
  let intake: Intake;
  let screen: ScreeningSteps;
  beforeAll(async () => {
    intake = await startIntake({ reactions: true });
    screen = screenWith(intake);
  });
  afterAll(() => intake.close());

  const says = (enquiryId: string, its: Access) => ({
    ...{ enquiryId, version: 1, restricted: false, named: [], conflicts: [], ...its },
  });
  /** As `decision` says it, straight into what the reaction keeps. */
  const set = (enquiryId: string, its: Access) =>
    intake.app
      .get(UnitOfWork)
      .run((tx) => intake.app.get(CaseAccessRepository).learn(tx, DEMO_PARTNERSHIP, says(enquiryId, its)));
  const status = async (as: typeof people.analyst, path: string) => (await intake.as(as)('get', path)).status;
  const aRestrictedChild = async () => {
    const known = await screen.aKnownChild();
    await set(known.enquiryId, { restricted: true, named: named(people.manager.id) });
    return known;
  };

  test('is heard of from decision, the newest word counting though it came first', async () => {
    const { enquiryId } = await screen.aKnownChild();
    const hear = async (its: Access) => {
      const data = says(enquiryId, its);
      const { type, topic } = EnquiryAccessChangedV1;
      const frame = { id: newId(), type, version: 1, occurredAt: new Date().toISOString(), correlationId: enquiryId };
      const envelope = { ...frame, partnershipId: DEMO_PARTNERSHIP, actor: { id: 'decision', kind: 'system' }, data };
      const sql = 'INSERT INTO outbox (id, topic, key, type, version, envelope) VALUES ($1, $2, $3, $4, 1, $5)';
      await intake.query(sql, [newId(), topic, enquiryId, type, JSON.stringify(envelope)]);
      await eventually(async () =>
        expect(await intake.query('SELECT 1 FROM inbox WHERE event_id = $1', [frame.id])).toHaveLength(1),
      );
    };
    await hear({ version: 2, restricted: true, named: named(people.manager.id) });
    await hear({ version: 1, restricted: false });
    expect(await status(people.analyst, `/enquiries/${enquiryId}/roster`)).toBe(404);
    expect(await status(people.manager, `/enquiries/${enquiryId}/roster`)).toBe(200);
    const refused = await intake.events('audit.audit-recorded');
    expect(refused.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ action: 'enquiry.read', outcome: 'refused', reasonCode: 'RESTRICTED_CASE' }),
    );
  });

  test('opens its contact and roster to those named, and for a time only to whom glass was broken', async () => {
    const { enquiryId } = await screen.aKnownChild();
    const paths = [`/enquiries/${enquiryId}/contact`, `/enquiries/${enquiryId}/roster`];
    const seenBy = async (as: typeof people.analyst) => Promise.all(paths.map((path) => status(as, path)));
    const until = (ms: number) => [{ accountId: people.analyst.id, until: new Date(Date.now() + ms).toISOString() }];
    await set(enquiryId, { restricted: true, named: [...named(people.manager.id), ...until(60_000)] });
    expect([await seenBy(people.analyst), await seenBy(people.manager)]).toEqual([
      [200, 200],
      [200, 200],
    ]);
    await set(enquiryId, { version: 2, restricted: true, named: [...named(people.manager.id), ...until(-1)] });
    expect([await seenBy(people.analyst), await seenBy(people.contactOfficer)]).toEqual([
      [404, 404],
      [404, 404],
    ]);
    await set(enquiryId, { version: 3, restricted: true, named: until(60_000), conflicts: [people.analyst.id] });
    expect(await seenBy(people.analyst)).toEqual([404, 404]);
  });

  test('is in no list of theirs, and neither may they change it nor add to it', async () => {
    const child = screen.aFamily();
    const enquiryId = await screen.enquiryAbout(child);
    const list = async (as: typeof people.analyst) =>
      ((await intake.as(as)('get', '/contacts')).body as { contacts: { enquiryId: string }[] }).contacts.map(
        (one) => one.enquiryId,
      );
    expect(await list(people.analyst)).toContain(enquiryId);
    await set(enquiryId, { restricted: true, named: named(people.manager.id) });
    expect([await list(people.analyst), await list(people.contactOfficer)].flat()).not.toContain(enquiryId);
    expect([
      (await list(people.manager)).includes(enquiryId),
      (await list(people.teacher)).includes(enquiryId),
    ]).toEqual([true, true]);
    await set(enquiryId, { version: 2, conflicts: [people.manager.id, people.teacher.id] });
    expect([await list(people.manager), await list(people.teacher)].flat()).not.toContain(enquiryId);
    const changed = { expectedVersion: 1, whoElse: 'nobody_else', whoSaysSo: 'the school', people: [], added: [] };
    expect((await screen.post(`/enquiries/${enquiryId}/roster`, changed, people.manager)).status).toBe(404);
    const detail = (await intake.as(people.analyst)('get', `/enquiries/${enquiryId}/contact`)).body as ContactDetail;
    const more = aContact({ linkedContactId: detail.contactId });
    const linked = await intake.as(people.manager)('post', '/contacts', more, { 'Idempotency-Key': more.contactId });
    expect(linked.body).toMatchObject({ code: 'INTAKE.NO_SUCH_CONTACT' });
  });

  test('gives nobody away: no candidate of a search, no name, no repeat contact', async () => {
    const { child, personId, enquiryId: shut } = await aRestrictedChild();
    const again = screen.again(child);
    const enquiryId = await screen.enquiryAbout(again);
    const found = async (as: typeof people.analyst) =>
      ((await screen.post('/people/search', { enquiryId, mentionId: again.mentionId }, as)).body as SearchResult)
        .candidates;
    expect(await found(people.analyst)).toEqual([]);
    expect((await found(people.manager)).map((one) => one.personId)).toEqual([personId]);
    const names = async (as: typeof people.analyst) =>
      ((await screen.post('/people/names', { personIds: [personId] }, as)).body as PeopleNames).people;
    expect([await names(people.analyst), (await names(people.manager)).length]).toEqual([[], 1]);
    expect((await screen.post('/people/search', { enquiryId: shut, surname: 'Wood' })).status).toBe(404);

    const { searchId } = (
      await screen.post('/people/search', { enquiryId, mentionId: again.mentionId }, people.manager)
    ).body as SearchResult;
    const same = { searchId, candidateId: personId, verdict: 'same' };
    await screen.post(`/enquiries/${enquiryId}/mentions/${again.mentionId}/match`, same, people.manager);
    const counted = async (as: typeof people.analyst) => {
      const roster = (await intake.as(as)('get', `/enquiries/${enquiryId}/roster`)).body as Roster;
      return roster.people.map(({ contactsIn12Months }) => contactsIn12Months);
    };
    expect([await counted(people.analyst), await counted(people.manager)]).toEqual([[0], [1]]);
    expect(await screen.lastRoster(enquiryId)).toMatchObject({ repeatContacts12Months: 0 });
    expect((await names(people.analyst)).length).toBe(1);
  });

  test('what somebody is in conflict about is not found by them, and is by their colleagues', async () => {
    const known = await screen.aKnownChild();
    await set(known.enquiryId, { conflicts: [people.analyst.id] });
    const again = screen.again(known.child);
    const enquiryId = await screen.enquiryAbout(again);
    const found = async (as: typeof people.analyst) =>
      ((await screen.post('/people/search', { enquiryId, mentionId: again.mentionId }, as)).body as SearchResult)
        .candidates;
    expect([await found(people.analyst), (await found(people.socialWorkAnalyst)).length]).toEqual([[], 1]);
  });
});
