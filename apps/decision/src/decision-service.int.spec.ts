import {
  EnquiryAccessChangedV1,
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  OTHER_PARTNERSHIP,
  type Queue,
} from '@mash/contracts';
import { grantsOf } from '@mash/persistence';
import { eventually, people } from '@mash/testing';
import { DecisionService } from '../testing/decision-service';
import { EarlierAccess } from './features/announce-access/earlier-access';
import { OpenNames } from './features/learn-agencies/open-names';
import { Story } from '../testing/story';

const TUESDAY = '2026-11-24T10:00:00.000Z';

describe('The decision service, from the contact to the queue', () => {
  let hub: DecisionService;
  beforeAll(async () => {
    hub = await DecisionService.start(TUESDAY);
    registerIs({});
  }, 60_000);
  afterAll(() => hub.stop());
  beforeEach(() => hub.clock.set(TUESDAY));

  const registerIs = ({ reveals = false }): void => {
    const police = { agencyId: DEMO_AGENCIES.police, name: 'Police', kind: 'police', bound: true, answersFor: [] };
    const refuge = { ...police, agencyId: 'a-refuge', revealsCategory: true };
    hub.service.app.get(OpenNames).keep(DEMO_PARTNERSHIP, [{ ...police, revealsCategory: reveals }, refuge]);
  };
  const view = async (story: Story, as = people.analyst) =>
    (await hub.get(as, story.path())).body as Record<string, unknown>;
  const seen = (story: Story, matching: object) =>
    eventually(async () => expect(await view(story)).toMatchObject(matching));

  test('opens one enquiry, however often the contact is told', async () => {
    const story = new Story(hub, '2026-11-24T09:00:00.000Z');
    const id = newId();
    await Promise.all(Array.from({ length: 8 }, () => story.contactRecorded({}, id)));
    await seen(story, { stage: 'new', nextStep: 'screen', reference: story.reference, receivedAt: story.receivedAt });
    const after = new Story(hub, TUESDAY);
    await after.contactRecorded();
    await seen(after, { stage: 'new' });
    expect(await hub.announced(story.enquiryId, 'decision.enquiry-opened')).toHaveLength(1);
    const [clocks] = await hub.db.query('SELECT count(*)::int AS n FROM clock WHERE enquiry_id = $1', [
      story.enquiryId,
    ]);
    expect(clocks).toEqual({ n: 4 });
  });

  test('pins the pack and starts the clocks when the hub really received the contact', async () => {
    const story = new Story(hub, '2026-11-20T17:30:00.000Z'); // a Friday, after closing
    await story.contactRecorded();
    await seen(story, { pack: { id: 'thurrock', version: '2026.1' } });
    const [opened] = await hub.announced(story.enquiryId, 'decision.enquiry-opened');
    expect(opened?.data.clocks).toEqual([
      { code: 'acknowledge', dueAt: '2026-11-24T08:30:00.000Z' },
      { code: 'screen', dueAt: '2026-11-23T09:30:00.000Z' },
      { code: 'rate', dueAt: '2026-11-23T12:30:00.000Z' },
      { code: 'decide', dueAt: '2026-11-24T08:30:00.000Z' },
    ]);
  });

  test('loses nothing where events come in the wrong order', async () => {
    const story = new Story(hub, TUESDAY);
    await story.answerAccepted();
    await story.requestIssued();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await story.contactRecorded();
    await seen(story, { asked: 1, answered: 1, late: 0 });
  });

  test('follows the roster, and meets the clock of screening when it is confirmed', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await story.rosterChanged();
    await story.rosterChanged({ version: 2, confirmed: true, openCase: true });
    await story.referrerAcknowledged();
    await seen(story, { rosterVersion: 2, openCase: true, nextStep: 'rate', stage: 'screening' });
    await eventually(async () => {
      const { clocks } = (await view(story)) as { clocks: { code: string; state: string }[] };
      expect(
        clocks
          .filter(({ state }) => state === 'met')
          .map(({ code }) => code)
          .sort(),
      ).toEqual(['acknowledge', 'screen']);
    });
  });

  test('says which agencies are late', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await story.requestIssued();
    await story.requestOverdue();
    await seen(story, { asked: 1, answered: 0, late: 1, lateAgencies: [DEMO_AGENCIES.police] });
    const inQueue = async () => {
      const { rows } = (await hub.get(people.analyst, '/queue?view=all')).body as Queue;
      return rows.find(({ enquiryId }) => enquiryId === story.enquiryId)?.lateAgencies;
    };
    expect(await inQueue()).toEqual([DEMO_AGENCIES.police]);
    registerIs({ reveals: true });
    await seen(story, { late: 1, lateAgencies: [] });
    expect(await inQueue()).toEqual([]);
    registerIs({});
  });

  test('counts an agency that is late, and names it to nobody, where its name may say what it knows', async () => {
    for (const mayBeNamed of [false, undefined]) {
      const story = new Story(hub, TUESDAY);
      await story.contactRecorded();
      await story.requestIssued('a-refuge', { mayBeNamed });
      await story.requestOverdue();
      await seen(story, { asked: 1, answered: 0, late: 1, lateAgencies: [] });
    }
  });

  test('counts nobody as late, nor as asked, of whom a request was recalled, and counts them anew once they are asked again', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await story.requestIssued();
    await story.requestOverdue();
    await seen(story, { asked: 1, late: 1 });
    await story.requestRecalled(true);
    await story.requestRecalled();
    await seen(story, { asked: 0, answered: 0, late: 0, lateAgencies: [] });
    await story.requestIssued(DEMO_AGENCIES.police, { dueAt: '2026-11-26T16:00:00.000Z' });
    await seen(story, { asked: 1, late: 0 });
  });

  test('counts an agency that had answered as owing once it is asked more, on the new clock, until it answers that or it is recalled', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await story.requestIssued();
    await story.requestOverdue();
    await story.answerAccepted();
    await seen(story, { asked: 1, answered: 1, late: 0 });
    const more = { issuedAt: '2026-11-25T10:00:00.000Z', dueAt: '2026-11-25T16:00:00.000Z' };
    await story.requestIssued(DEMO_AGENCIES.police, more);
    await seen(story, { asked: 1, answered: 0, late: 0 });
    await story.requestRecalled();
    await seen(story, { asked: 1, answered: 1, late: 0 });
    await story.requestIssued(DEMO_AGENCIES.police, more);
    await seen(story, { asked: 1, answered: 0 });
    await story.answerAccepted({ acceptedAt: '2026-11-25T11:00:00.000Z' });
    await seen(story, { asked: 1, answered: 1, late: 0 });
  });

  test.each(['after the answer was accepted', 'before'])(
    'counts an agency as owing what it was asked after it had given its answer, heard %s',
    async (heard) => {
      const story = new Story(hub, TUESDAY);
      await story.contactRecorded();
      await story.requestIssued();
      const given = { receivedAt: '2026-11-24T12:00:00.000Z', acceptedAt: '2026-11-24T14:00:00.000Z' };
      const more = { issuedAt: '2026-11-24T13:00:00.000Z', dueAt: '2026-11-25T16:00:00.000Z' };
      if (heard === 'before') await story.requestIssued(DEMO_AGENCIES.police, more);
      await story.answerAccepted(given);
      if (heard !== 'before') await seen(story, { asked: 1, answered: 1 });
      if (heard !== 'before') await story.requestIssued(DEMO_AGENCIES.police, more);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await seen(story, { asked: 1, answered: 0, late: 0 });
      await story.requestOverdue();
      await seen(story, { asked: 1, answered: 0, late: 1 });
      await story.requestRecalled();
      await seen(story, { asked: 1, answered: 1, late: 0 });
      await story.requestIssued(DEMO_AGENCIES.police, more);
      await story.answerAccepted({ receivedAt: '2026-11-24T15:00:00.000Z', acceptedAt: '2026-11-24T15:00:01.000Z' });
      await seen(story, { asked: 1, answered: 1, late: 0 });
    },
  );

  test('reads as not found in another partnership, and to everybody outside the hub', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await seen(story, { stage: 'new' });
    const strangers = [people.otherAnalyst, people.policeLiaison, people.igOfficer, people.teacher];
    for (const stranger of strangers) {
      for (const path of [story.path(), `/enquiries/by-reference/${story.reference}`]) {
        expect(await hub.get(stranger, path)).toMatchObject({ status: 404, body: { code: 'ENQUIRY.NOT_FOUND' } });
      }
    }
    const unknown = await hub.get(people.manager, `/enquiries/${newId()}`);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'ENQUIRY.NOT_FOUND' } });
    expect((await hub.get(people.analyst, `/enquiries/by-reference/${story.reference}`)).status).toBe(200);
  });

  test('refuses fields that it does not know', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await seen(story, { stage: 'new' });
    const answer = await hub.post(
      people.manager,
      story.path('/ratings'),
      await story.rating({ rateAs: 'somebody else' }),
    );
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'rateAs', code: 'unknown_field' }] } });
  });

  test('tells systems the facts they need, and works out access and audience itself', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await story.requestIssued();
    await seen(story, { asked: 1 });
    const facts = await hub.askAsSystem(`/facts/enquiries/${story.enquiryId}`);
    expect(facts.body).toMatchObject({ threshold: 'none', thresholdVersion: 0, ratingVersion: 0, urgent: false });
    expect(facts.body).not.toHaveProperty('whoTellsFamily');
    const look = async ({ kind: _kind, ...actor }: typeof people.analyst): Promise<unknown> =>
      (await hub.askAsSystem('/facts/access', { enquiryId: story.enquiryId, actor })).body;
    expect(await look(people.analyst)).toMatchObject({ access: 'ordinary', audience: 'hub_analyst' });
    expect(await look(people.manager)).toMatchObject({ access: 'ordinary', audience: 'hub_manager' });
    expect(await look(people.policeLiaison)).toMatchObject({ access: 'ordinary', audience: 'police' });
    expect(await look(people.healthLiaison)).toMatchObject({ access: 'none', audience: 'outsider' });
    expect(await look(people.teacher)).toMatchObject({ access: 'ordinary', audience: 'referrer_pro' });
    expect(await look(people.doctor)).toMatchObject({ access: 'none' });
    expect(await look(people.igOfficer)).toMatchObject({ audience: 'ig' });
    expect(await look(people.otherAnalyst)).toMatchObject({ access: 'none', audience: 'outsider' });
  });

  test('gives facts to no person, and to no system without the scope', async () => {
    const story = new Story(hub, TUESDAY);
    expect((await hub.get(people.manager, `/facts/enquiries/${story.enquiryId}`)).status).toBe(403);
    expect((await hub.askAsSystem(`/facts/enquiries/${story.enquiryId}`, undefined, ['keys:lease'])).status).toBe(403);
    expect((await hub.askAsSystem(`/facts/enquiries/${story.enquiryId}`)).status).toBe(404);
  });

  test('opens a restricted enquiry to those named, and to nobody in conflict', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await seen(story, { restricted: false });
    const lists = { restricted: true, named: [people.socialWorkAnalyst.id], conflicts: [] };
    expect(await hub.setAccess(people.manager, story, lists)).toBe(204);
    expect((await hub.get(people.analyst, story.path())).status).toBe(404);
    expect((await hub.get(people.socialWorkAnalyst, story.path())).status).toBe(200);
    const inQueue = async (as: typeof people.analyst) =>
      JSON.stringify((await hub.get(as, '/queue?view=all')).body).includes(story.enquiryId);
    expect([await inQueue(people.analyst), await inQueue(people.manager)]).toEqual([false, true]);
    const conflict = { restricted: false, named: [], conflicts: [people.socialWorkAnalyst.id] };
    expect(await hub.setAccess(people.manager, story, conflict)).toBe(204);
    expect((await hub.get(people.socialWorkAnalyst, story.path())).status).toBe(404);
    expect((await hub.get(people.analyst, story.path())).status).toBe(200);
    expect(await hub.setAccess(people.analyst, story, conflict)).toBe(403);
  });

  test('says who may see an enquiry, each time it is set, and neither why nor by whom; who may not any more gives it back', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await seen(story, { restricted: false });
    expect((await hub.post(people.analyst, story.path('/claim'))).status).toBeLessThan(300);
    const shut = { restricted: true, named: [people.socialWorkAnalyst.id], conflicts: [people.analyst.id] };
    await hub.setAccess(people.manager, story, shut);
    await hub.setAccess(people.manager, story, { ...shut, restricted: false, named: [] });
    const announced = await hub.announced(story.enquiryId, EnquiryAccessChangedV1.type);
    const named = [people.socialWorkAnalyst.id, people.manager.id].map((accountId) => ({ accountId }));
    expect(announced.map(({ data }) => data)).toEqual([
      {
        ...{ enquiryId: story.enquiryId, version: 1, restricted: true, conflicts: [people.analyst.id] },
        named: expect.arrayContaining(named) as unknown,
      },
      { enquiryId: story.enquiryId, version: 2, restricted: false, conflicts: [people.analyst.id], named: [] },
    ]);
    expect(JSON.stringify(announced)).not.toContain('mash-manager');
    const [row] = await hub.db.query<{ owner_id: string | null }[]>(
      'SELECT owner_id FROM enquiry WHERE enquiry_id = $1',
      [story.enquiryId],
    );
    expect(row?.owner_id).toBeNull();
  });

  test('announces once what was restricted before this was announced at all', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await seen(story, { restricted: false });
    await hub.db.query('UPDATE enquiry SET restricted = true WHERE enquiry_id = $1', [story.enquiryId]);
    const sql = 'INSERT INTO named_access (enquiry_id, account_id, given_by, given_at) VALUES ($1, $2, $2, now())';
    await hub.db.query(sql, [story.enquiryId, people.manager.id]);
    const earlier = hub.service.app.get(EarlierAccess);
    await Promise.all([earlier.announceAll(), earlier.announceAll()]);
    await earlier.announceAll();
    const announced = await hub.announced(story.enquiryId, EnquiryAccessChangedV1.type);
    expect(announced.map(({ data }) => data)).toMatchObject([
      { version: 1, restricted: true, named: [{ accountId: people.manager.id }], conflicts: [] },
    ]);
  });

  test('announces a breached clock once, though two watchers look', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await seen(story, { stage: 'new' });
    hub.clock.set('2026-11-24T11:30:00.000Z');
    const { BreachAnnouncer } = await import('./features/watch-clocks/breach-announcer');
    const announcer = hub.service.app.get(BreachAnnouncer);
    await Promise.all([announcer.announceAll(), announcer.announceAll()]);
    const breaches = await hub.announced(story.enquiryId, 'decision.clock-breached');
    expect(breaches.map(({ data }) => data.clock)).toEqual(['screen']);
    await announcer.announceAll();
    expect(await hub.announced(story.enquiryId, 'decision.clock-breached')).toHaveLength(1);
  });

  test('lets the service change no judgement once it is kept: the catalogue says so', async () => {
    const grants = await grantsOf(hub.db, hub.appRole);
    for (const table of ['rating', 'threshold', 'protection', 'decision', 'dissent', 'clock_change'])
      expect(grants[table]).toEqual(['INSERT', 'SELECT']);
    expect(await grantsOf(hub.db, 'PUBLIC')).toEqual({});
    await expect(hub.db.query("UPDATE rating SET colour = 'green'")).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
  });

  test('keeps partnerships apart in the queue', async () => {
    const story = new Story(hub, TUESDAY, OTHER_PARTNERSHIP);
    await story.contactRecorded();
    await eventually(async () => {
      const { rows } = (await hub.get(people.otherAnalyst, '/queue?view=all')).body as {
        rows: { enquiryId: string }[];
      };
      expect(rows.map(({ enquiryId }) => enquiryId)).toEqual([story.enquiryId]);
    });
    const mine = JSON.stringify((await hub.get(people.analyst, '/queue?view=all')).body);
    expect(mine).not.toContain(story.enquiryId);
    expect((await hub.get(people.policeLiaison, '/queue')).status).toBe(404);
  });
});
