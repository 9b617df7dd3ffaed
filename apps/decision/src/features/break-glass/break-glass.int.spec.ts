import {
  EnquiryAccessChangedV1,
  GlassBrokenV1,
  newId,
  newReference,
  type BrokenGlassList,
  type EnquiryView,
} from '@mash/contracts';
import { grantsOf } from '@mash/persistence';
import { eventually, people } from '@mash/testing';
import { DecisionService } from '../../../testing/decision-service';
import { sealedNote } from '../../../testing/sealed';
import { Story } from '../../../testing/story';

const NIGHT = '2026-11-24T02:00:00.000Z';
type Person = typeof people.analyst;

describe('Breaking the glass of a restricted enquiry', () => {
  let hub: DecisionService;
  beforeAll(async () => {
    hub = await DecisionService.start(NIGHT);
  });
  afterAll(() => hub.stop());
  beforeEach(() => hub.clock.set(NIGHT));

  const aShutStory = async (conflicts: string[] = []) => {
    const story = new Story(hub, NIGHT);
    await story.contactRecorded();
    await eventually(async () => expect((await hub.get(people.manager, story.path())).status).toBe(200));
    const access = { restricted: true, named: [], conflicts };
    expect(await hub.setAccess(people.manager, story, access)).toBe(204);
    return story;
  };
  const breakIt = async (story: Story, as: Person, changes: Record<string, unknown> = {}, glassId = newId()) => {
    const answer = await hub.post(as, '/break-glass', await story.glass(as, changes, glassId));
    return { glassId, answer };
  };
  const look = async (story: Story, { kind: _kind, ...actor }: Person): Promise<unknown> =>
    (await hub.askAsSystem('/facts/access', { enquiryId: story.enquiryId, actor })).body;
  const desk = async (as: Person) => ((await hub.get(as, '/broken-glass')).body as BrokenGlassList).broken;
  const refusedFor = async (story: Story) =>
    hub.db.query<unknown[]>(
      `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'enquiryId' = $1 AND envelope -> 'data' ->> 'action' = 'enquiry.break-glass' AND envelope -> 'data' ->> 'outcome' = 'refused'`,
      [story.enquiryId],
    );

  test('opens it at 02:00 to the emergency duty worker, for an hour, and every service is told until when', async () => {
    const story = await aShutStory();
    expect((await hub.get(people.emergencyDuty, story.path())).status).toBe(404);
    const { answer, glassId } = await breakIt(story, people.emergencyDuty);
    const { enquiryId } = story;
    expect([answer.status, answer.body]).toEqual([201, { glassId, enquiryId, endsAt: '2026-11-24T03:00:00.000Z' }]);
    expect((await hub.get(people.emergencyDuty, story.path())).status).toBe(200);
    expect(await look(story, people.emergencyDuty)).toMatchObject({ access: 'break_glass', audience: 'team_sc' });
    const announced = await hub.announced(story.enquiryId, EnquiryAccessChangedV1.type);
    expect(announced.at(-1)?.data).toMatchObject({
      named: [
        { accountId: people.manager.id },
        { accountId: people.emergencyDuty.id, until: '2026-11-24T03:00:00.000Z' },
      ],
    });
    hub.clock.set('2026-11-24T03:00:00.001Z');
    expect((await hub.get(people.emergencyDuty, story.path())).status).toBe(404);
    expect(await look(story, people.emergencyDuty)).toMatchObject({ access: 'none' });
  });

  test('is never over a conflict of interest, nor for who is named, another partnership, an agency, or an open enquiry', async () => {
    const story = await aShutStory([people.analyst.id]);
    for (const person of [
      people.analyst,
      people.otherAnalyst,
      people.policeLiaison,
      people.contactOfficer,
      people.igOfficer,
    ])
      expect((await breakIt(story, person)).answer.status).toBe(404);
    expect(await refusedFor(story)).toHaveLength(4); // to the other partnership there is no such reference
    expect((await breakIt(story, people.manager)).answer.body).toMatchObject({ code: 'ENQUIRY.OPEN_TO_YOU' });
    const open = new Story(hub, NIGHT);
    await open.contactRecorded();
    await eventually(async () => expect((await hub.get(people.manager, open.path())).status).toBe(200));
    expect((await breakIt(open, people.socialWorkAnalyst)).answer.body).toMatchObject({ code: 'ENQUIRY.OPEN_TO_YOU' });
    expect((await breakIt(open, people.policeLiaison)).answer.status).toBe(404);
  });

  test('gives one answer, word for word, for a reference that is none and one that is closed for good; both are in the audit log', async () => {
    const story = await aShutStory([people.analyst.id]);
    const reference = newReference('E');
    const shut = (await breakIt(story, people.analyst)).answer;
    const none = (await breakIt(story, people.analyst, { reference })).answer;
    const said = ({ status, body }: typeof none) => ({ status, ...(body as object), traceId: '' });
    expect(said(none)).toEqual(said(shut));
    expect(said(none)).toMatchObject({ status: 404, code: 'ENQUIRY.NOT_FOUND' });
    expect(await refusedFor(story)).toHaveLength(1);
    const [entry] = await hub.db.query<object[]>(
      `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' -> 'subject' ->> 'id' = $1 AND envelope -> 'data' ->> 'outcome' = 'refused'`,
      [reference],
    );
    expect(entry).toBeDefined();
  });

  test('asks for everything before it looks for the enquiry: what is wrong with the form says nothing of it', async () => {
    const story = await aShutStory();
    const { sealedReason } = await story.glass(people.deputyManager);
    const wrong = [
      { reason: 'curious' },
      { reference: 'C-7K2Q4X9' },
      { reference: 'e-7k2q4x9' },
      { sealedReason: undefined },
      { words: 'A child is in danger' },
    ];
    for (const changes of wrong) expect((await breakIt(story, people.analyst, changes)).answer.status).toBe(400);
    for (const reference of [story.reference, newReference('E')])
      expect((await breakIt(story, people.analyst, { reference, sealedReason })).answer.status).toBe(422);
    expect((await hub.get(people.analyst, story.path())).status).toBe(404);
    expect(await desk(people.analyst)).not.toContainEqual(expect.objectContaining({ enquiryId: story.enquiryId }));
  });

  test('says above the enquiry until when, to whoever broke it and nobody else; sharing is told which key binds to it', async () => {
    const story = await aShutStory();
    const { glassId } = await breakIt(story, people.analyst);
    const view = async (as: Person) => ((await hub.get(as, story.path())).body as EnquiryView).brokenGlass;
    expect(await view(people.analyst)).toEqual({ glassId, brokenAt: NIGHT, endsAt: '2026-11-24T03:00:00.000Z' });
    expect(await view(people.manager)).toBeUndefined();
    const announced = await hub.announced(story.enquiryId, GlassBrokenV1.type);
    expect(announced.map(({ data }) => Object.keys(data).sort())).toEqual([['enquiryId', 'glassId', 'keyId']]);
    expect(await hub.setAccess(people.manager, story, { named: [people.analyst.id] })).toBe(204);
    expect(await view(people.analyst)).toBeUndefined();
  });

  test('a conflict that is stated meanwhile ends it; who broke it cannot name themselves', async () => {
    const story = await aShutStory();
    expect((await breakIt(story, people.deputyManager)).answer.status).toBe(201);
    const forMyself = { restricted: true, named: [people.deputyManager.id], conflicts: [] };
    expect(await hub.setAccess(people.deputyManager, story, forMyself)).toBe(403);
    const conflict = { restricted: true, named: [], conflicts: [people.deputyManager.id] };
    expect(await hub.setAccess(people.manager, story, conflict)).toBe(204);
    expect((await hub.get(people.deputyManager, story.path())).status).toBe(404);
    expect(await look(story, people.deputyManager)).toMatchObject({ access: 'conflict' });
  });

  test('twice with one id is once; a reason sealed for something else breaks nothing; two at once break one', async () => {
    const story = await aShutStory();
    const other = await sealedNote(new Story(hub, NIGHT), people.analyst.id);
    expect((await breakIt(story, people.analyst, { sealedReason: other })).answer.status).toBe(422);
    expect((await hub.get(people.analyst, story.path())).status).toBe(404);
    const glassId = newId();
    expect((await breakIt(story, people.analyst, {}, glassId)).answer.status).toBe(201);
    expect((await breakIt(story, people.analyst, {}, glassId)).answer.status).toBe(201);
    const both = await Promise.all([
      breakIt(story, people.socialWorkAnalyst),
      breakIt(story, people.socialWorkAnalyst),
    ]);
    expect(both.map(({ answer }) => answer.status).sort()).toEqual([201, 409]);
  });

  test('stands on the desk of information governance at once, who reviews it and may shut it; nobody reviews their own', async () => {
    const story = await aShutStory();
    const { glassId } = await breakIt(story, people.analyst);
    expect(await desk(people.igOfficer)).toContainEqual(
      expect.objectContaining({
        glassId,
        accountId: people.analyst.id,
        reason: 'immediate_danger',
        live: true,
        mayReview: true,
      }),
    );
    const own = await desk(people.analyst);
    expect(own.map((one) => one.glassId)).toContain(glassId);
    expect(own.map(({ accountId, live }) => live && accountId)).toEqual(own.map(() => people.analyst.id));
    expect((await desk(people.socialWorkAnalyst)).map((one) => one.glassId)).not.toContain(glassId);
    const review = (verdict: string, as: Person = people.igOfficer) =>
      hub.post(as, `/broken-glass/${glassId}/review`, { reviewId: newId(), verdict });
    expect((await review('justified', people.analyst)).status).toBe(403);
    expect((await review('justified', people.manager)).status).toBe(404);
    expect((await review('ask_manager')).status).toBe(204);
    expect((await hub.post(people.igOfficer, `/broken-glass/${glassId}/end`)).status).toBe(204);
    expect((await hub.post(people.igOfficer, `/broken-glass/${glassId}/end`)).status).toBe(204);
    expect((await hub.get(people.analyst, story.path())).status).toBe(404);
    const announced = await hub.announced(story.enquiryId, EnquiryAccessChangedV1.type);
    expect(announced.at(-1)?.data).toMatchObject({ version: 3, named: [{ accountId: people.manager.id }] });
    expect((await review('justified')).status).toBe(204);
    expect((await review('investigate')).body).toMatchObject({ code: 'BROKEN_GLASS.SETTLED' });
    const [kept] = (await desk(people.igOfficer)).filter((one) => one.glassId === glassId);
    expect(kept).toMatchObject({ live: false, settled: true, mayReview: false });
    expect(kept?.reviews.map(({ verdict }) => verdict)).toEqual(['ask_manager', 'justified']);
  });

  test('is added and never changed: the catalogue says so', async () => {
    const grants = await grantsOf(hub.db, hub.appRole);
    for (const table of ['broken_glass', 'broken_glass_end', 'broken_glass_review'])
      expect(grants[table]).toEqual(['INSERT', 'SELECT']);
  });
});
