import { DecisionPartErasedV1, DEMO_PARTNERSHIP, EnquiryErasedV1, newId } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { DecisionService } from '../../testing/decision-service';
import { sealedNote } from '../../testing/sealed';
import { Story } from '../../testing/story';
import { EraseOurPartWhenEnquiryIsErased } from './erase-our-part-when-enquiry-is-erased.reaction';

jest.setTimeout(60_000);
const TUESDAY = '2026-11-24T10:00:00.000Z';

describe('Erasing the hub’s part of an enquiry', () => {
  let hub: DecisionService;
  beforeAll(async () => {
    hub = await DecisionService.start(TUESDAY);
  });
  afterAll(() => hub.stop());

  const erasure = (enquiryId: string): EnquiryErasedV1 => ({
    ...{ id: newId(), type: EnquiryErasedV1.type, version: 1, occurredAt: TUESDAY, partnershipId: DEMO_PARTNERSHIP },
    ...{ correlationId: enquiryId, actor: { id: people.igOfficer.id, kind: 'person' } },
    data: { enquiryId, erasureId: newId(), keyIds: [], erasedAt: TUESDAY },
  });
  const hear = (event: EnquiryErasedV1) => hub.service.app.get(EraseOurPartWhenEnquiryIsErased).handle(event);
  const rowOf = async (enquiryId: string) =>
    (await hub.db.query<Record<string, unknown>[]>('SELECT * FROM enquiry WHERE enquiry_id = $1', [enquiryId]))[0];
  const opened = async () => {
    const story = new Story(hub, '2026-11-24T09:00:00.000Z');
    await story.contactRecorded();
    await story.rosterChanged({ confirmed: true });
    await eventually(async () => expect(await rowOf(story.enquiryId)).toMatchObject({ roster_confirmed: true }));
    return story;
  };

  test('empties envelopes and people, keeps colours and times, and is found by nobody any more', async () => {
    const story = await opened();
    const rated = await hub.post(people.manager, story.path('/ratings'), await story.rating());
    expect(rated.status).toBeLessThan(300);
    const before = await rowOf(story.enquiryId);
    const event = erasure(story.enquiryId);
    await hear(event);

    const after = await rowOf(story.enquiryId);
    expect(after).toMatchObject({ people: [], presenting_issues: [], colour: before?.['colour'] });
    const envelopes = await hub.db.query('SELECT envelope FROM rating WHERE enquiry_id = $1', [story.enquiryId]);
    expect(envelopes).toEqual([{ envelope: '' }]);
    expect((await hub.get(people.manager, story.path())).status).toBe(404);
    expect((await hub.askAsSystem(`/facts/enquiries/${story.enquiryId}`)).status).toBe(404);
    const queue = await hub.get(people.manager, '/queue?view=all&page=1');
    expect(JSON.stringify(queue.body)).not.toContain(story.enquiryId);
    const [announced] = await hub.announced(story.enquiryId, DecisionPartErasedV1.type);
    expect(announced?.data).toMatchObject({ erasureId: event.data.erasureId, rows: 2 });
  });

  test('empties what was concluded in a strategy discussion, and keeps that it was held', async () => {
    const story = await opened();
    const [discussionId, startId, heldId] = [newId(), newId(), newId()];
    const path = story.path(`/strategy-discussions/${discussionId}/steps`);
    const start = { stepId: startId, step: 'started', agencies: ['riverside-police'] };
    expect((await hub.post(people.manager, path, start)).status).toBe(204);
    const sealed = await sealedNote(story, people.manager.id, heldId);
    expect((await hub.post(people.manager, path, { stepId: heldId, step: 'held', sealed })).status).toBe(204);
    await hear(erasure(story.enquiryId));
    const sql = 'SELECT step, envelope FROM strategy_step WHERE enquiry_id = $1 ORDER BY number';
    expect(await hub.db.query(sql, [story.enquiryId])).toEqual([
      { step: 'started', envelope: null },
      { step: 'held', envelope: '' },
    ]);
  });

  test('lets nothing that was under way write into it again, and holds nothing else up', async () => {
    const story = await opened();
    await hear(erasure(story.enquiryId));
    await story.rosterChanged({ version: 5, mentions: [story.mention(story.child), story.mention(story.sibling)] });
    await story.requestIssued();
    const after = await opened();
    await eventually(async () => expect(await rowOf(after.enquiryId)).toMatchObject({ roster_confirmed: true }));
    expect(await rowOf(story.enquiryId)).toMatchObject({ people: [], roster_version: 1 });
  });

  test('comes before the contact was heard of: then it is never opened', async () => {
    const story = new Story(hub, TUESDAY);
    await hear(erasure(story.enquiryId));
    await story.contactRecorded();
    const after = new Story(hub, TUESDAY);
    await after.contactRecorded();
    await eventually(async () => expect(await rowOf(after.enquiryId)).toBeDefined());
    expect(await rowOf(story.enquiryId)).toBeUndefined();
  });
});
