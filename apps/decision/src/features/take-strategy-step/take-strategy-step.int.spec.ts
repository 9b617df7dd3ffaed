import { DEMO_AGENCIES, newId, StrategyDiscussionChangedV1, type StrategyDiscussions } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { eventually, people } from '@mash/testing';
import { DecisionService } from '../../../testing/decision-service';
import { sealedNote } from '../../../testing/sealed';
import { Story } from '../../../testing/story';

const TUESDAY = '2026-11-24T10:00:00.000Z';
const { police, health, socialCare } = DEMO_AGENCIES;

describe('A strategy discussion', () => {
  let hub: DecisionService;
  beforeAll(async () => {
    hub = await DecisionService.start(TUESDAY);
  }, 60_000);
  afterAll(() => hub.stop());
  beforeEach(() => hub.clock.set(TUESDAY));

  const anEnquiry = async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await eventually(async () => expect((await hub.get(people.manager, story.path())).status).toBe(200));
    return story;
  };
  const take = async (
    story: Story,
    discussionId: string,
    step: string,
    its: { agencies?: string[]; note?: boolean; as?: PersonActor; stepId?: string } = {},
  ) => {
    const { agencies = [], note = step === 'held' || step === 'not_held', as = people.manager, stepId = newId() } = its;
    const sealed = note ? await sealedNote(story, as.id, stepId) : undefined;
    const body = { stepId, step, agencies, ...(sealed && { sealed }) };
    return hub.post(as, story.path(`/strategy-discussions/${discussionId}/steps`), body);
  };
  const listed = async (story: Story) =>
    ((await hub.get(people.analyst, story.path('/strategy-discussions'))).body as StrategyDiscussions).discussions;
  const looksAs = async (story: Story, { id, roles, agencyId, agencyKind, partnershipId, clearances }: PersonActor) => {
    const actor = { id, roles, agencyId, agencyKind, partnershipId, clearances };
    const { body } = await hub.askAsSystem('/facts/access', { enquiryId: story.enquiryId, actor });
    return (body as { audience: string }).audience;
  };

  test('is considered, started and held though nobody has answered anything, and is told step by step', async () => {
    const story = await anEnquiry();
    await story.requestIssued(police);
    const discussionId = newId();
    expect((await take(story, discussionId, 'considered')).status).toBe(204);
    expect((await take(story, discussionId, 'started', { agencies: [police, health, socialCare] })).status).toBe(204);
    expect(await listed(story)).toMatchObject([{ standing: 'started', mayBecome: ['started', 'held', 'not_held'] }]);
    expect((await take(story, discussionId, 'held')).status).toBe(204);
    const [discussion] = await listed(story);
    expect(discussion?.steps.map(({ step, agencies }) => [step, agencies])).toEqual([
      ['considered', []],
      ['started', [police, health, socialCare]],
      ['held', [police, health, socialCare]],
    ]);
    const announced = await hub.announced(story.enquiryId, StrategyDiscussionChangedV1.type);
    expect(announced.map(({ data }) => data['step'])).toEqual(['considered', 'started', 'held']);
    expect(Object.keys(announced[0]?.data ?? {}).sort()).toEqual(['at', 'discussionId', 'enquiryId', 'step']);
  });

  test('makes those who take part look as joint representatives while it runs, and not a moment longer', async () => {
    const story = await anEnquiry();
    const discussionId = newId();
    const who = [people.policeLiaison, people.healthLiaison, people.educationLiaison, people.earlyHelpCoordinator];
    const seen = async () => Promise.all(who.map((person) => looksAs(story, person)));
    const outside = ['outsider', 'outsider', 'outsider', 'outsider'];
    await take(story, discussionId, 'considered');
    expect(await seen()).toEqual(outside);
    await take(story, discussionId, 'started', { agencies: [police] });
    expect(await seen()).toEqual(['rep_joint', ...outside.slice(1)]);
    await take(story, discussionId, 'started', { agencies: [police, health] });
    expect(await seen()).toEqual(['rep_joint', 'rep_joint', ...outside.slice(2)]);
    await take(story, discussionId, 'held');
    expect(await seen()).toEqual(outside);
    const other = await anEnquiry();
    expect(await looksAs(other, people.policeLiaison)).toBe('outsider');
  });

  test('that is considered and not held needs its reason, sealed', async () => {
    const story = await anEnquiry();
    const discussionId = newId();
    await take(story, discussionId, 'considered');
    const refused = await take(story, discussionId, 'not_held', { note: false });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([
      422,
      'DECISION.STRATEGY_REASON_MISSING',
    ]);
    expect((await take(story, discussionId, 'not_held')).status).toBe(204);
    const again = await take(story, discussionId, 'started', { agencies: [police] });
    expect((again.body as { code: string }).code).toBe('DECISION.STRATEGY_STEP_NOT_NEXT');
    expect((await take(story, newId(), 'started', { agencies: [police] })).status).toBe(204);
    const rows = await hub.db.query<{ envelope: string | null }[]>(
      'SELECT envelope FROM strategy_step WHERE enquiry_id = $1',
      [story.enquiryId],
    );
    expect(JSON.stringify(rows)).not.toContain('Because');
  });

  test('takes one step for one id, one of two at once, and refuses a note sealed for another step', async () => {
    const story = await anEnquiry();
    const [discussionId, stepId] = [newId(), newId()];
    const start = { agencies: [police], stepId };
    expect((await take(story, discussionId, 'started', start)).status).toBe(204);
    expect((await take(story, discussionId, 'started', start)).status).toBe(204);
    expect((await take(story, discussionId, 'held', { stepId })).status).toBe(409);
    const both = await Promise.all([take(story, discussionId, 'held'), take(story, discussionId, 'not_held')]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
    const sealed = await sealedNote(story, people.manager.id);
    const body = { stepId: newId(), step: 'considered', sealed };
    const refused = await hub.post(people.manager, story.path(`/strategy-discussions/${newId()}/steps`), body);
    expect((refused.body as { code: string }).code).toBe('SEAL.HEADER_MISMATCH');
    expect((await listed(story))[0]?.steps).toHaveLength(2);
  });

  test('sent again with its id is the same step, and anything else under that id is refused', async () => {
    const story = await anEnquiry();
    const [discussionId, stepId] = [newId(), newId()];
    const start = { agencies: [police, health], stepId, note: true };
    const again = async (its: Parameters<typeof take>[3]) => {
      const { status, body } = await take(story, discussionId, 'started', { ...start, ...its });
      return [status, (body as { code?: string } | undefined)?.code];
    };
    expect((await again({}))[0]).toBe(204);
    expect((await again({ agencies: [health, police, police] }))[0]).toBe(204);
    for (const other of [
      { agencies: [police] },
      { agencies: [police, health, socialCare] },
      { note: false },
      { as: people.socialWorkAnalyst },
    ])
      expect(await again(other)).toEqual([409, 'DECISION.STRATEGY_STEP_EXISTS']);
    expect((await listed(story))[0]?.steps).toHaveLength(1);
    const held = { stepId: newId() };
    expect((await take(story, discussionId, 'held', held)).status).toBe(204);
    expect((await take(story, discussionId, 'held', held)).status).toBe(204);
  });

  test('is recorded by those who may rate, and by nobody else', async () => {
    const story = await anEnquiry();
    const start = (as: PersonActor) => take(story, newId(), 'started', { agencies: [police], as });
    expect((await start(people.analyst)).status).toBe(403);
    for (const nobody of [people.policeLiaison, people.igOfficer, people.otherAnalyst, people.teacher])
      expect((await start(nobody)).status).toBe(404);
    expect((await start(people.socialWorkAnalyst)).status).toBe(204);
    expect((await hub.get(people.policeLiaison, story.path('/strategy-discussions'))).status).toBe(404);
    const none = await hub.post(people.manager, story.path(`/strategy-discussions/${newId()}/steps`), {
      stepId: newId(),
      step: 'started',
    });
    expect((none.body as { code: string }).code).toBe('DECISION.STRATEGY_WITHOUT_PARTICIPANTS');
  });
});
