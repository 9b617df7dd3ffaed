import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, NOT_NAMED_AGENCY } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { DecisionService } from '../testing/decision-service';
import { sealedDecision, sealedNote } from '../testing/sealed';
import { Story } from '../testing/story';
import { OpenNames } from './features/learn-agencies/open-names';

const TUESDAY = '2026-11-24T10:00:00.000Z';
const NIGHT = '2026-11-24T23:30:00.000Z';

describe('Protecting, deciding, routing', () => {
  let hub: DecisionService;
  beforeAll(async () => {
    hub = await DecisionService.start(TUESDAY);
  }, 60_000);
  afterAll(() => hub.stop());
  beforeEach(() => hub.clock.set(TUESDAY));

  const view = async (story: Story, as = people.manager) =>
    (await hub.get(as, story.path())).body as never as Record<string, never>;
  /** What the register says of the health trust: whether its name gives away what it knows. */
  const registerIs = ({ reveals }: { reveals: boolean }): void => {
    const health = { agencyId: DEMO_AGENCIES.health, name: 'Health', kind: 'health', bound: true, answersFor: [] };
    hub.service.app.get(OpenNames).keep(DEMO_PARTNERSHIP, [{ ...health, revealsCategory: reveals }]);
  };
  const seen = (story: Story, matching: object) =>
    eventually(async () => expect(await view(story)).toMatchObject(matching));
  const anEnquiry = async (receivedAt = TUESDAY) => {
    const story = new Story(hub, receivedAt);
    await story.contactRecorded();
    await story.rosterChanged({ confirmed: true });
    await seen(story, { rosterVersion: 1 });
    return story;
  };
  const rate = async (story: Story, changes: object = {}, as = people.manager) =>
    hub.post(as, story.path('/ratings'), await story.rating({ ...changes }));
  const decide = async (story: Story, changes: object = {}, as = people.manager) =>
    hub.post(as, story.path('/decisions'), await story.decision({ ...changes }));
  const aDecision = async (changes: object = {}) => {
    const story = await anEnquiry();
    expect((await rate(story)).status).toBe(201);
    const { body, status } = await decide(story, changes);
    expect(status).toBe(201);
    return { story, decisionId: (body as { decisionId: string }).decisionId };
  };

  describe('immediate protection', () => {
    const press = async (story: Story, teams: readonly string[], as = people.analyst, protectionId = newId()) => {
      const notice = async (team: string) => {
        const noticeId = newId();
        return { noticeId, team, sealed: await sealedNote(story, as.id, noticeId) };
      };
      const notices = await Promise.all(teams.map(notice));
      return {
        answer: await hub.post(as, story.path('/protection'), { protectionId, notices }),
        notices,
        protectionId,
      };
    };

    test('tells police and the emergency duty team at night, unrated and with a blank roster', async () => {
      const story = new Story(hub, NIGHT);
      hub.clock.set(NIGHT);
      await story.contactRecorded();
      await seen(story, { stage: 'new' });
      const { body } = await hub.get(people.analyst, story.path('/protection-recipients'));
      expect(body).toMatchObject({ outOfHours: true, recipients: [{ team: 'police' }, { team: 'emergency-duty' }] });
      const { answer, notices } = await press(story, ['police', 'emergency-duty']);
      expect(answer).toMatchObject({ status: 201, body: { outOfHours: true, reviewBy: '2026-11-26T08:30:00.000Z' } });
      expect(await view(story)).toMatchObject({
        protection: true,
        protections: [{ outOfHours: true, notices: [{}, {}] }],
      });
      const [started] = await hub.announced(story.enquiryId, 'decision.protection-started');
      expect(started?.data).toMatchObject({ outOfHours: true });
      const theirs = await hub.get(people.emergencyDuty, `/notices/${notices[1]!.noticeId}`);
      expect(theirs).toMatchObject({
        status: 200,
        body: { team: 'emergency-duty', receiptDueAt: '2026-11-24T23:45:00.000Z' },
      });
    });

    test('is one press, though it is sent twice', async () => {
      const story = await anEnquiry();
      const protectionId = newId();
      await press(story, ['police'], people.analyst, protectionId);
      expect((await press(story, ['police'], people.analyst, protectionId)).answer.status).toBe(201);
      expect(await hub.announced(story.enquiryId, 'decision.protection-started')).toHaveLength(1);
    });

    test('shows each team its own notices, takes one receipt, and gives team and police their audience', async () => {
      const story = await anEnquiry();
      const { notices } = await press(story, ['police', 'social-care']);
      const [police, socialCare] = notices.map(({ noticeId }) => `/notices/${noticeId}`);
      expect((await hub.get(people.policeLiaison, police!)).status).toBe(200);
      expect((await hub.get(people.policeLiaison, socialCare!)).status).toBe(404);
      expect((await hub.get(people.healthLiaison, police!)).status).toBe(404);
      expect((await hub.get(people.socialCareManager, socialCare!)).status).toBe(200);
      expect((await hub.post(people.policeLiaison, `${police!}/receipt`)).status).toBe(204);
      expect((await hub.post(people.healthLiaison, `${police!}/receipt`)).status).toBe(404);
      const list = (await hub.get(people.policeLiaison, '/notices')).body as {
        notices: { noticeId: string; receivedAt?: string }[];
      };
      expect(list.notices.find(({ noticeId }) => noticeId === notices[0]!.noticeId)?.receivedAt).toBe(TUESDAY);
      expect((await hub.post(people.policeLiaison, `${police!}/receipt`)).status).toBe(204);
      const received = await hub.announced(story.enquiryId, 'decision.notice-received');
      expect(received.map(({ data }) => data)).toMatchObject([
        { noticeId: notices[0]!.noticeId, agencyId: expect.any(String), receivedAt: TUESDAY },
      ]);
      const { kind: _kind, ...actor } = people.emergencyDuty;
      expect((await hub.askAsSystem('/facts/access', { enquiryId: story.enquiryId, actor })).body).toMatchObject({
        audience: 'team_sc',
        urgent: true,
        protectionOpen: true,
      });
    });
  });

  test('A notice that was taken back says so to its desk and to the hub, and nobody owes a receipt of it', async () => {
    const story = await anEnquiry();
    const noticeId = newId();
    const sealed = await sealedNote(story, people.analyst.id, noticeId);
    const notices = [{ noticeId, team: 'police', sealed }];
    const pressed = { protectionId: newId(), notices };
    expect((await hub.post(people.analyst, story.path('/protection'), pressed)).status).toBe(201);
    expect(await hub.clocksRunning(story.enquiryId)).toContain('protection-receipt');
    await story.recalled(TUESDAY); // of something else
    await story.recalled(TUESDAY, noticeId);
    await seen(story, { protections: [{ notices: [{ noticeId, recalledAt: TUESDAY }] }] });
    expect((await hub.get(people.policeLiaison, `/notices/${noticeId}`)).body).toMatchObject({ recalledAt: TUESDAY });
    expect(await hub.clocksRunning(story.enquiryId)).not.toContain('protection-receipt');
  });

  describe('a notice, to the system of the agency that it went to,', () => {
    const systemOf = (agency: string, partnership = people.analyst.partnershipId) =>
      hub.askAsSystem('/notices', undefined, ['notices:read'], { agency, partnership });
    const ids = ({ body }: { body: unknown }) =>
      (body as { notices: { noticeId: string }[] }).notices.map(({ noticeId }) => noticeId);

    test('is there, sealed; to another agency’s or partnership’s it is not, and a receipt is for people to give', async () => {
      const story = await anEnquiry();
      const noticeId = newId();
      const notices = [{ noticeId, team: 'police', sealed: await sealedNote(story, people.analyst.id, noticeId) }];
      await hub.post(people.analyst, story.path('/protection'), { protectionId: newId(), notices });
      // No register is played here, so that the notice stands under the name of its team.
      const stoodIn = 'police';
      expect(ids(await systemOf(stoodIn))).toContain(noticeId);
      expect(ids(await systemOf(DEMO_AGENCIES.health))).not.toContain(noticeId);
      expect(ids(await systemOf(stoodIn, newId()))).not.toContain(noticeId);
      const receipt = await hub.askAsSystem(`/notices/${noticeId}/receipt`, {}, ['notices:read'], {
        agency: stoodIn,
        partnership: people.analyst.partnershipId,
      });
      expect([receipt.status, (receipt.body as { code: string }).code]).toEqual([403, 'AUTH.PEOPLE_ONLY']);
    });

    test('is not there for a service of the platform, nor without the scope; sharing fetches it to open it', async () => {
      const story = await anEnquiry();
      const noticeId = newId();
      const notices = [{ noticeId, team: 'police', sealed: await sealedNote(story, people.analyst.id, noticeId) }];
      await hub.post(people.analyst, story.path('/protection'), { protectionId: newId(), notices });
      expect((await hub.askAsSystem('/notices', undefined, ['notices:read'])).status).toBe(404);
      expect((await hub.askAsSystem('/notices')).status).toBe(403);
      const fetched = await hub.askAsSystem(`/facts/notices/${noticeId}`);
      expect(fetched.body).toMatchObject({ noticeId, enquiryId: story.enquiryId, sealed: notices[0]?.sealed });
      expect((await hub.askAsSystem(`/facts/notices/${newId()}`)).status).toBe(404);
    });
  });

  describe('deciding', () => {
    test('needs an outcome for every child of the roster that is named, from a manager', async () => {
      const story = await anEnquiry();
      await rate(story);
      expect(await decide(story, {}, people.socialWorkAnalyst)).toMatchObject({
        status: 403,
        body: { code: 'ENQUIRY.DECIDE_NOT_ALLOWED' },
      });
      await story.rosterChanged({
        version: 2,
        confirmed: true,
        mentions: [story.mention(story.child), story.mention(story.sibling), story.mention(newId(), 'adult')],
      });
      await seen(story, { rosterVersion: 2 });
      expect(await decide(story)).toMatchObject({ status: 409, body: { code: 'DECISION.ROSTER_CHANGED' } });
      expect(await decide(story, { rosterVersion: 2 })).toMatchObject({
        status: 422,
        body: { code: 'DECISION.CHILD_WITHOUT_OUTCOME' },
      });
      const outcomes = [story.child, story.sibling].map((personId) => ({
        personId,
        outcome: 'social_care_assessment',
      }));
      expect((await decide(story, { rosterVersion: 2, outcomes })).status).toBe(201);
      expect(await hub.announced(story.enquiryId, 'decision.decision-made')).toHaveLength(1);
    });

    test('without an answer takes a confirmation for each silence', async () => {
      const story = await anEnquiry();
      await rate(story);
      await story.requestIssued();
      await seen(story, { asked: 1, stage: 'with_agencies' });
      expect(await decide(story)).toMatchObject({ status: 422, body: { code: 'DECISION.UNANSWERED_NOT_CONFIRMED' } });
      expect((await decide(story, { unansweredConfirmed: [story.requestId] })).status).toBe(201);
    });

    test('tells the sharing rules who tells the family, as the newest decision has it', async () => {
      const { story } = await aDecision({ whoTellsFamily: 'not_safe_to_tell' });
      const facts = async () => (await hub.askAsSystem(`/facts/enquiries/${story.enquiryId}`)).body as object;
      expect(await facts()).toMatchObject({ whoTellsFamily: 'not_safe_to_tell' });
      expect((await decide(story, { expectedVersion: 1, whoTellsFamily: 'hub' })).status).toBe(201);
      expect(await facts()).toMatchObject({ whoTellsFamily: 'hub' });
    });

    test('is flagged once by an answer that comes late, and again by another household', async () => {
      const story = await anEnquiry();
      await rate(story);
      await story.requestIssued();
      await seen(story, { asked: 1 });
      await decide(story, { unansweredConfirmed: [story.requestId] });
      await story.answerAccepted({ late: true });
      await seen(story, {
        flagged: true,
        nextStep: 'look_again',
        decisions: [{ flags: [{ because: 'late_answer' }] }],
      });
      await story.rosterChanged({ version: 2, confirmed: true });
      await eventually(async () =>
        expect(await hub.announced(story.enquiryId, 'decision.decision-flagged')).toHaveLength(2),
      );
      const again = await decide(story, { expectedVersion: 1, rosterVersion: 2, sealed: await sealedDecision(story) });
      expect(again.status).toBe(201);
      await seen(story, {
        flagged: false,
        decisions: [{ flags: [{ clearedAt: TUESDAY }, { clearedAt: TUESDAY }] }, { version: 2 }],
      });
    });

    test('names no agency beside it any more whose name the register has closed since it was asked', async () => {
      registerIs({ reveals: false });
      const { health } = DEMO_AGENCIES;
      const { story, decisionId } = await aDecision({ agencyViews: [{ agencyId: health, view: 'disagrees' }] });
      await story.requestIssued(health);
      await seen(story, { asked: 1 });
      const dissent = { ground: 'threshold', stage: '1', sealed: await story.note() };
      const path = story.path(`/decisions/${decisionId}/dissents`);
      expect((await hub.post(people.healthLiaison, path, dissent)).status).toBe(201);
      const beside = (agencyId: string) => ({ decisions: [{ agencyViews: [{ agencyId }], dissents: [{ agencyId }] }] });
      expect(await view(story, people.analyst)).toMatchObject(beside(health));
      registerIs({ reveals: true });
      const closed = await view(story, people.analyst);
      expect(closed).toMatchObject(beside(NOT_NAMED_AGENCY));
      expect(JSON.stringify(closed)).not.toContain(health);
      // Who decided wrote down whose view was whose.
      expect(await view(story)).toMatchObject({
        decisions: [{ agencyViews: [{ agencyId: health }], dissents: [{ agencyId: NOT_NAMED_AGENCY }] }],
      });
    });

    test('lets an agency that was asked disagree on record, and no other', async () => {
      registerIs({ reveals: false });
      const { story, decisionId } = await aDecision();
      await story.requestIssued(DEMO_AGENCIES.health);
      await seen(story, { asked: 1 });
      const dissent = async () => ({ ground: 'threshold', stage: '1', sealed: await story.note() });
      const path = story.path(`/decisions/${decisionId}/dissents`);
      expect((await hub.post(people.educationLiaison, path, await dissent())).status).toBe(404);
      const { status, body } = await hub.post(people.healthLiaison, path, await dissent());
      expect([status, (body as { dueAt: string }).dueAt]).toEqual([201, '2026-11-25T10:00:00.000Z']);
      await seen(story, { decisions: [{ dissents: [{ ground: 'threshold', agencyId: DEMO_AGENCIES.health }] }] });
      // Pressed twice it is one, also at once; nobody else can take its id.
      const same = await dissent();
      const pressed = await Promise.all([1, 2, 3].map(() => hub.post(people.healthLiaison, path, same)));
      expect(pressed.map((one) => one.status)).toEqual([201, 201, 201]);
      expect(new Set(pressed.map((one) => (one.body as { dissentId: string }).dissentId)).size).toBe(1);
      await seen(story, { decisions: [{ dissents: [{}, {}] }] });
      expect(await hub.post(people.manager, path, same)).toMatchObject({
        ...{ status: 409, body: { code: 'DECISION.DISSENT_EXISTS' } },
      });
    });
  });

  describe('routing and telling', () => {
    const route = async (story: Story, decisionId: string, team = 'social-care') =>
      hub.post(people.manager, story.path('/routes'), { decisionId, team, personIds: [story.child] });

    test('goes only to the team that the outcome names, and once', async () => {
      const { story, decisionId } = await aDecision();
      expect(await route(story, decisionId, 'early-help')).toMatchObject({
        status: 422,
        body: { code: 'DECISION.TEAM_NOT_DECIDED' },
      });
      expect(await route(story, newId())).toMatchObject({ status: 409, body: { code: 'DECISION.SUPERSEDED' } });
      expect(await route(story, decisionId)).toMatchObject({
        status: 201,
        body: { dueAt: '2026-11-25T10:00:00.000Z' },
      });
      expect(await route(story, decisionId)).toMatchObject({ status: 409, body: { code: 'DECISION.ALREADY_ROUTED' } });
    });

    test('shows the case to its team only, which takes it with a worker', async () => {
      const { story, decisionId } = await aDecision();
      const { routeId } = (await route(story, decisionId)).body as { routeId: string };
      expect((await hub.get(people.earlyHelpCoordinator, `/inbox/${routeId}`)).status).toBe(404);
      expect((await hub.get(people.teacher, '/inbox')).status).toBe(404);
      expect(await hub.get(people.socialCareManager, `/inbox/${routeId}`)).toMatchObject({
        body: { state: 'waiting', receivedAt: TUESDAY },
      });
      expect(
        (await hub.post(people.earlyHelpCoordinator, `/inbox/${routeId}/accept`, { workerName: 'A worker' })).status,
      ).toBe(404);
      expect(
        (await hub.post(people.socialCareManager, `/inbox/${routeId}/accept`, { workerName: 'A worker' })).status,
      ).toBe(204);
      expect(
        (await hub.post(people.socialCareManager, `/inbox/${routeId}/accept`, { workerName: 'A worker' })).status,
      ).toBe(409);
      const [answered] = await hub.announced(story.enquiryId, 'decision.case-answered');
      expect(answered?.data).toMatchObject({ answer: 'accepted', team: 'social-care' });
      expect(JSON.stringify(answered)).not.toContain('A worker');
      const list = await hub.get(people.socialCareLiaison, '/inbox');
      expect(list.body).toMatchObject({ lastTakenAt: TUESDAY });
    });

    test('leaves out, with its counts, what somebody of the team has a conflict of interest about', async () => {
      const { story, decisionId } = await aDecision();
      const { routeId } = (await route(story, decisionId)).body as { routeId: string };
      const inbox = async (as: typeof people.manager) =>
        (await hub.get(as, '/inbox')).body as { items: { routeId: string }[]; lastTakenAt?: string };
      const conflicts = [people.socialCareManager.id];
      expect(await hub.setAccess(people.manager, story, { restricted: false, conflicts })).toBe(204);
      expect((await inbox(people.socialCareManager)).items.map((one) => one.routeId)).not.toContain(routeId);
      expect((await inbox(people.socialCareLiaison)).items.map((one) => one.routeId)).toContain(routeId);
      expect((await hub.get(people.socialCareManager, `/inbox/${routeId}`)).status).toBe(404);
      const accept = { workerName: 'A worker' };
      expect((await hub.post(people.socialCareManager, `/inbox/${routeId}/accept`, accept)).status).toBe(404);
      hub.clock.set('2026-11-24T11:00:00.000Z');
      expect((await hub.post(people.emergencyDuty, `/inbox/${routeId}/accept`, accept)).status).toBe(204);
      expect((await inbox(people.emergencyDuty)).lastTakenAt).toBe('2026-11-24T11:00:00.000Z');
      expect((await inbox(people.socialCareManager)).lastTakenAt).not.toBe('2026-11-24T11:00:00.000Z');
      hub.clock.set(TUESDAY);
      expect(await hub.setAccess(people.manager, story, { restricted: false, conflicts: [] })).toBe(204);
      expect((await inbox(people.socialCareManager)).items.map((one) => one.routeId)).toContain(routeId);
    });

    test('flags the decision where the team sends the case back, and the children can be routed again', async () => {
      const { story, decisionId } = await aDecision();
      const { routeId } = (await route(story, decisionId)).body as { routeId: string };
      const returned = { reasonCode: 'already_open', sealed: await story.note() };
      expect((await hub.post(people.socialCareManager, `/inbox/${routeId}/return`, returned)).status).toBe(204);
      await seen(story, { nextStep: 'look_again', routes: [{ state: 'returned', reasonCode: 'already_open' }] });
      expect((await route(story, decisionId)).status).toBe(201);
    });

    test('closes when every child is taken and the referrer told, and not before', async () => {
      const { story, decisionId } = await aDecision();
      await seen(story, { nextStep: 'route' });
      const { routeId } = (await route(story, decisionId)).body as { routeId: string };
      const letterId = newId();
      await seen(story, { nextStep: 'feedback', stage: 'routed' });
      const sent = await hub.post(people.manager, story.path('/feedback'), {
        decisionId,
        extent: 'limited',
        letterId,
      });
      expect(sent.status).toBe(201);
      await story.letterDecided(letterId, 'PERMIT');
      await hub.post(people.socialCareManager, `/inbox/${routeId}/accept`, { workerName: 'A worker' });
      await seen(story, { nextStep: 'wait' });
      const { feedbackId } = sent.body as { feedbackId: string };
      await story.referrerAcknowledged({ kind: 'outcome', feedbackId });
      await seen(story, { stage: 'closed', nextStep: 'done', feedback: [{ acknowledgedAt: TUESDAY }] });
    });

    test('writes to nobody while a letter waits, and once it may go, once', async () => {
      const { story, decisionId } = await aDecision();
      const letterId = newId();
      const due = () => hub.announced(story.enquiryId, 'decision.feedback-due');
      await story.letterDecided(letterId, 'REVIEW');
      const send = (body: object) => hub.post(people.manager, story.path('/feedback'), { decisionId, ...body });
      expect(await send({ extent: 'full' })).toMatchObject({ status: 422, body: { code: 'DECISION.LETTER_NEEDED' } });
      expect((await send({ extent: 'full', letterId })).status).toBe(201);
      await seen(story, { feedback: [{ letterId, held: true }] });
      await story.letterDecided(newId(), 'PERMIT');
      await story.letterDecided(letterId, 'PERMIT', 'request-line');
      await story.letterDecided(letterId, 'DENY');
      await story.letterDecided(letterId, 'PERMIT');
      await seen(story, { feedback: [expect.not.objectContaining({ held: true })] });
      expect((await due()).map(({ data }) => data)).toMatchObject([{ letterId, extent: 'full' }]);
      await story.letterDecided(letterId, 'REVIEW');
      await story.letterDecided(letterId, 'PERMIT');
      await story.referrerAcknowledged({ kind: 'outcome', feedbackId: (await due())[0]?.data['feedbackId'] });
      await seen(story, { feedback: [{ acknowledgedAt: TUESDAY }] }); // heard after the others: they changed nothing
      expect(await due()).toHaveLength(1);
    });

    test('writes at once where the letter was let go before it was sent', async () => {
      const { story, decisionId } = await aDecision();
      const letterId = newId();
      await story.letterDecided(letterId, 'PERMIT');
      await hub.post(people.manager, story.path('/feedback'), { decisionId, extent: 'full', letterId });
      await eventually(async () =>
        expect(await hub.announced(story.enquiryId, 'decision.feedback-due')).toHaveLength(1),
      );
    });

    test('withholds feedback only with a reason', async () => {
      const { story, decisionId } = await aDecision();
      const send = (body: object) => hub.post(people.manager, story.path('/feedback'), { decisionId, ...body });
      expect(await send({ extent: 'withheld' })).toMatchObject({
        status: 422,
        body: { code: 'DECISION.WITHHELD_REASON_NEEDED' },
      });
      expect((await send({ extent: 'withheld', withheldReason: 'do_not_alert' })).status).toBe(201);
      expect(await send({ extent: 'full', letterId: newId() })).toMatchObject({
        status: 409,
        body: { code: 'DECISION.FEEDBACK_SENT' },
      });
      const [due] = await hub.announced(story.enquiryId, 'decision.feedback-due');
      expect(due?.data).toMatchObject({ extent: 'withheld', dueAt: '2026-11-25T10:00:00.000Z' });
      expect(JSON.stringify(due)).not.toContain('do_not_alert');
    });
  });
});
