import { newId, type EnquiryAccess, type Staff } from '@mash/contracts';
import { grantsOf } from '@mash/persistence';
import { eventually, people } from '@mash/testing';
import { DecisionService } from '../../../testing/decision-service';
import { sealedNote } from '../../../testing/sealed';
import { Story } from '../../../testing/story';

const TUESDAY = '2026-11-24T10:00:00.000Z';
type Person = typeof people.analyst;

describe('Changing who may see an enquiry', () => {
  let hub: DecisionService;
  beforeAll(async () => {
    hub = await DecisionService.start(TUESDAY);
  });
  afterAll(() => hub.stop());

  const aStory = async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await eventually(async () => expect((await hub.get(people.manager, story.path())).status).toBe(200));
    return story;
  };
  const access = async (story: Story, as: Person) => (await hub.get(as, story.path('/access'))).body as EnquiryAccess;
  const introduce = (as: Person, body: object) => hub.put(as, '/staff/me', body);

  test('shows who is named and in conflict, by whom and since when; who stays on a list stays as they were put', async () => {
    const story = await aStory();
    const first = { named: [people.analyst.id], conflicts: [people.socialWorkAnalyst.id] };
    expect(await hub.setAccess(people.manager, story, first)).toBe(204);
    hub.clock.set('2026-11-24T11:00:00.000Z');
    expect(await hub.setAccess(people.manager, story, { named: [people.analyst.id, people.deputyManager.id] })).toBe(
      204,
    );
    const { version, restricted, named, conflicts } = await access(story, people.manager);
    const by = people.manager.id;
    expect({ version, restricted, conflicts }).toEqual({ version: 2, restricted: true, conflicts: [] });
    expect(named).toEqual(
      expect.arrayContaining([
        { accountId: people.analyst.id, by, at: TUESDAY },
        { accountId: people.deputyManager.id, by, at: '2026-11-24T11:00:00.000Z' },
        { accountId: people.manager.id, by, at: TUESDAY },
      ]),
    );
  });

  test('is for managers, and once it is restricted for those of them who are named; a broken glass is not being named', async () => {
    const story = await aStory();
    expect((await hub.get(people.analyst, story.path('/access'))).status).toBe(403);
    expect((await hub.get(people.policeLiaison, story.path('/access'))).status).toBe(404);
    expect(await hub.setAccess(people.manager, story, {})).toBe(204);
    expect((await hub.get(people.deputyManager, story.path('/access'))).status).toBe(404);
    expect((await hub.post(people.deputyManager, '/break-glass', await story.glass(people.deputyManager))).status).toBe(
      201,
    );
    expect((await hub.get(people.deputyManager, story.path('/access'))).body).toMatchObject({
      code: 'ENQUIRY.RESTRICT_NOT_ALLOWED',
    });
  });

  test('writes over nothing that somebody changed meanwhile; the same change twice is one', async () => {
    const story = await aStory();
    const change = await story.access(people.manager, { named: [people.analyst.id] });
    const put = (body: object) => hub.put(people.manager, story.path('/access'), body);
    expect([(await put(change)).status, (await put(change)).status]).toEqual([204, 204]);
    const late = await put(await story.access(people.manager, { expectedVersion: 0, restricted: false }));
    expect(late.body).toMatchObject({ status: 409, code: 'ENQUIRY.ACCESS_CHANGED' });
    expect(await access(story, people.manager)).toMatchObject({ version: 1, restricted: true });
  });

  test('names colleagues to the hub, to those who oversee it and to the administrator, of their own partnership, and to nobody else', async () => {
    const as = { name: 'An analyst', roleTitle: 'MASH analyst' };
    expect((await introduce(people.analyst, as)).status).toBe(204);
    const seen = async (who: Person) => (await hub.get(who, '/staff')).body as Staff;
    for (const who of [people.manager, people.igOfficer, people.admin])
      expect((await seen(who)).staff).toContainEqual(expect.objectContaining({ accountId: people.analyst.id, ...as }));
    expect((await hub.get(people.teacher, '/staff')).status).toBe(404);
    expect(JSON.stringify(await seen(people.otherAnalyst))).not.toContain(people.analyst.id);
  });

  test('names those of the hub to liaison staff, who may keep what they answer for some of them, and nobody else', async () => {
    for (const who of [people.analyst, people.manager, people.policeLiaison, people.admin])
      await introduce(who, { name: 'Somebody', roleTitle: 'As they sign in' });
    const { staff } = (await hub.get(people.policeLiaison, '/staff')).body as Staff;
    const told = staff.map(({ accountId }) => accountId);
    expect(told).toEqual(expect.arrayContaining([people.analyst.id, people.manager.id]));
    for (const who of [people.policeLiaison, people.admin]) expect(told).not.toContain(who.id);
  });

  test('needs a reason that is sealed for this change of this enquiry', async () => {
    const story = await aStory();
    const put = async (changes: Record<string, unknown>) =>
      (await hub.put(people.manager, story.path('/access'), await story.access(people.manager, changes))).status;
    expect(await put({ sealedReason: undefined })).toBe(400);
    expect(await put({ reason: 'They were at school together' })).toBe(400);
    expect(await put({ sealedReason: await sealedNote(new Story(hub, TUESDAY), people.manager.id) })).toBe(422);
    expect(await put({ named: Array.from({ length: 51 }, () => newId()) })).toBe(400);
    expect(await access(story, people.manager)).toMatchObject({ version: 0, restricted: false });
  });

  test('offers everybody of the partnership who has signed in, under the roles of their token', async () => {
    const story = await aStory();
    const body = { name: 'Priya Raman', roleTitle: 'Analyst' };
    expect((await introduce(people.analyst, body)).status).toBe(204);
    expect((await introduce(people.otherAnalyst, { ...body, name: 'From Elsewhere' })).status).toBe(204);
    expect((await introduce(people.analyst, { ...body, roles: ['mash-manager'] })).status).toBe(400);
    expect((await introduce(people.analyst, { ...body, name: ' ' })).status).toBe(400);
    const { id: accountId, roles, agencyId } = people.analyst;
    const { staff } = await access(story, people.manager);
    expect(staff).toContainEqual({ accountId, roles, agencyId, ...body });
    expect(JSON.stringify(staff)).not.toContain(people.otherAnalyst.id);
  });

  test('is added and never changed: the catalogue says so', async () => {
    expect((await grantsOf(hub.db, hub.appRole))['access_change']).toEqual(['INSERT', 'SELECT']);
  });
});
