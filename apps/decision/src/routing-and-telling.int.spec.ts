import { newId } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import type { DecisionService } from '../testing/decision-service';
import type { Story } from '../testing/story';
import { TUESDAY, withEnquiries } from '../testing/with-enquiries';

describe('Routing and telling', () => {
  let hub: DecisionService;
  const { seen, view, aDecision } = withEnquiries((service) => (hub = service));

  /** With a handover that `sharing` has let go. */
  const route = async (story: Story, decisionId: string, team = 'social-care') => {
    const productId = await story.handoverMayGo();
    return hub.post(people.manager, story.path('/routes'), { decisionId, team, personIds: [story.child], productId });
  };

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
    const returned = { reasonCode: 'already_open', sealed: await story.note(people.socialCareManager, routeId) };
    expect((await hub.post(people.socialCareManager, `/inbox/${routeId}/return`, returned)).status).toBe(204);
    await seen(story, { nextStep: 'look_again', routes: [{ state: 'returned', reasonCode: 'already_open' }] });
    expect((await route(story, decisionId)).status).toBe(201);
  });

  describe('with a handover that waits for a human', () => {
    const send = (story: Story, decisionId: string, productId: string, more: object = {}) =>
      hub.post(people.manager, story.path('/routes'), {
        ...{ decisionId, team: 'social-care', personIds: [story.child], productId, ...more },
      });
    const routed = (story: Story) => hub.announced(story.enquiryId, 'decision.case-routed');
    const inbox = async (routeId: string) => (await hub.get(people.socialCareManager, `/inbox/${routeId}`)).status;

    const logged = async (routeId: string) => {
      const rows = await hub.db.query<{ by: string; outcome: string; reasonCode: string | null }[]>(
        `SELECT envelope -> 'data' -> 'actor' ->> 'kind' AS by, envelope -> 'data' ->> 'outcome' AS outcome,
                envelope -> 'data' ->> 'reasonCode' AS "reasonCode"
           FROM (SELECT seq, envelope FROM outbox UNION ALL SELECT seq, envelope FROM outbox_archive) AS put_down
          WHERE envelope -> 'data' ->> 'action' = 'case.route' AND envelope -> 'data' -> 'subject' ->> 'id' = $1 ORDER BY seq`,
        [routeId],
      );
      return rows.map(({ by, outcome, reasonCode }) => [by, outcome, reasonCode]);
    };

    test('gives the team nothing before it may go, and then the case, with its time to answer', async () => {
      const { story, decisionId } = await aDecision();
      const productId = newId();
      await story.letterDecided(productId, 'REVIEW');
      const { status, body } = await send(story, decisionId, productId);
      const { routeId } = body as { routeId: string };
      expect([status, await inbox(routeId)]).toEqual([201, 404]);
      await seen(story, { stage: 'decided', nextStep: 'feedback', routes: [{ routeId, state: 'held' }] });
      expect((await hub.post(people.socialCareManager, `/inbox/${routeId}/accept`, { workerName: 'A' })).status).toBe(
        404,
      );
      expect(await routed(story)).toEqual([]);
      await story.letterDecided(productId, 'PERMIT');
      await seen(story, {
        stage: 'routed',
        routes: [{ routeId, state: 'waiting', dueAt: '2026-11-25T10:00:00.000Z' }],
      });
      expect(await inbox(routeId)).toBe(200);
      expect((await routed(story)).map(({ data }) => data)).toMatchObject([{ routeId, productId }]);
      expect(await logged(routeId)).toEqual([
        ['person', 'withheld', null],
        ['system', 'done', null],
      ]);
    });

    test('that is held for good, because nothing is ever said of its handover, gives way to another handover', async () => {
      const { story, decisionId } = await aDecision();
      const never = newId();
      const { routeId } = (await send(story, decisionId, never)).body as { routeId: string };
      const other = await story.handoverMayGo();
      const sent = await send(story, decisionId, other);
      expect(await inbox((sent.body as { routeId: string }).routeId)).toBe(200);
      const held = { routeId, state: 'returned', reasonCode: 'decided_again', notGone: true };
      await seen(story, { routes: expect.arrayContaining([expect.objectContaining(held)]) as object });
      await story.letterDecided(never, 'PERMIT');
      await story.handoverMayGo(); // heard after it
      expect(await inbox(routeId)).toBe(404);
      expect((await routed(story)).map(({ data }) => data)).toMatchObject([{ productId: other }]);
      expect(await send(story, decisionId, newId())).toMatchObject({ body: { code: 'DECISION.ALREADY_ROUTED' } });
    });

    test('gives the team its whole time to answer also where it is heard late that it may go', async () => {
      const { story, decisionId } = await aDecision();
      const productId = newId();
      await send(story, decisionId, productId);
      hub.clock.set('2026-11-25T10:00:00.000Z');
      await story.letterDecided(productId, 'PERMIT');
      await seen(story, { routes: [{ state: 'waiting', dueAt: '2026-11-26T10:00:00.000Z' }] });
    });

    test('waits where nobody has heard of the product yet, and goes at once where it was let go meanwhile', async () => {
      const { story, decisionId } = await aDecision();
      const productId = newId();
      const { routeId } = (await send(story, decisionId, productId)).body as { routeId: string };
      expect(await inbox(routeId)).toBe(404);
      await story.letterDecided(productId, 'REVIEW');
      await story.letterDecided(productId, 'PERMIT');
      await seen(story, { routes: [{ state: 'waiting' }] });
      const other = await aDecision();
      const sent = await send(other.story, other.decisionId, await other.story.handoverMayGo());
      expect(await inbox((sent.body as { routeId: string }).routeId)).toBe(200);
    });

    test('goes on nobody’s word but that of `sharing` about this very handover', async () => {
      const { story, decisionId } = await aDecision();
      const other = await aDecision();
      const ofAnother = await other.story.handoverMayGo();
      expect((await send(story, decisionId, ofAnother, { productId: undefined })).status).toBe(400);
      const { routeId } = (await send(story, decisionId, ofAnother)).body as { routeId: string };
      expect(await inbox(routeId)).toBe(404);
      expect(await routed(story)).toEqual([]);
    });

    test('is sent once: a case that came back goes with another one', async () => {
      const { story, decisionId } = await aDecision();
      const productId = await story.handoverMayGo();
      const { routeId } = (await send(story, decisionId, productId)).body as { routeId: string };
      const returned = { reasonCode: 'already_open', sealed: await story.note(people.socialCareManager, routeId) };
      expect((await hub.post(people.socialCareManager, `/inbox/${routeId}/return`, returned)).status).toBe(204);
      expect(await send(story, decisionId, productId)).toMatchObject({
        ...{ status: 409, body: { code: 'DECISION.HANDOVER_SENT' } },
      });
    });

    test('is the hub’s to route again where the human says no, and the same handover is not sent', async () => {
      const { story, decisionId } = await aDecision();
      const productId = newId();
      await story.letterDecided(productId, 'REVIEW');
      const { routeId } = (await send(story, decisionId, productId)).body as { routeId: string };
      await story.letterDecided(productId, 'DENY');
      await seen(story, {
        ...{ stage: 'decided', nextStep: 'route' },
        routes: [{ state: 'returned', reasonCode: 'not_released' }],
      });
      expect((await logged(routeId)).at(-1)).toEqual(['system', 'refused', 'not_released']);
      expect(await inbox(routeId)).toBe(404);
      const { body: list } = await hub.get(people.socialCareManager, '/inbox');
      expect(JSON.stringify(list)).not.toContain(story.enquiryId);
      expect(await send(story, decisionId, productId)).toMatchObject({
        ...{ status: 409, body: { code: 'DECISION.HANDOVER_REFUSED' } },
      });
      expect((await send(story, decisionId, await story.handoverMayGo())).status).toBe(201);
      expect(await routed(story)).toHaveLength(1);
    });

    test('gives the team nothing where the hub has decided otherwise meanwhile', async () => {
      const { story, decisionId } = await aDecision();
      const productId = newId();
      await story.letterDecided(productId, 'REVIEW');
      await send(story, decisionId, productId);
      const outcomes = [{ personId: story.child, outcome: 'early_help' }];
      const again = await story.decision({ expectedVersion: 1, outcomes });
      expect((await hub.post(people.manager, story.path('/decisions'), again)).status).toBe(201);
      await story.letterDecided(productId, 'PERMIT');
      await seen(story, { routes: [{ state: 'returned', reasonCode: 'decided_again' }] });
      expect(await routed(story)).toEqual([]);
    });
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

  test('is still to be done where a letter does not go: another is written, or it is recorded why none, and the clock runs on', async () => {
    const { story, decisionId } = await aDecision();
    await route(story, decisionId);
    const [refused, overtaken] = [newId(), newId()];
    const send = (body: object) => hub.post(people.manager, story.path('/feedback'), { decisionId, ...body });
    await story.letterDecided(refused, 'REVIEW');
    expect((await send({ extent: 'full', letterId: refused })).status).toBe(201);
    await seen(story, { nextStep: 'wait', feedback: [{ letterId: refused, held: true }] });
    expect(await send({ extent: 'full', letterId: overtaken })).toMatchObject({
      body: { code: 'DECISION.FEEDBACK_SENT', detail: expect.stringContaining('nothing has been sent') as string },
    });
    await story.letterDecided(refused, 'DENY');
    await seen(story, { nextStep: 'feedback', feedback: [{ letterId: refused, refused: true }] });
    expect((await view(story))['feedback']).toEqual([expect.not.objectContaining({ held: true })]);
    expect(await send({ extent: 'full', letterId: refused })).toMatchObject({
      ...{ status: 409, body: { code: 'DECISION.LETTER_REFUSED' } },
    });
    expect((await send({ extent: 'limited', letterId: overtaken })).status).toBe(201);
    await seen(story, { nextStep: 'wait' });
    await story.letterDecided(overtaken, 'DENY');
    await seen(story, { nextStep: 'feedback' });
    expect(await hub.announced(story.enquiryId, 'decision.feedback-due')).toEqual([]);
    expect((await send({ extent: 'withheld', withheldReason: 'do_not_alert' })).status).toBe(201);
    await seen(story, {
      nextStep: 'wait',
      clocks: expect.arrayContaining([expect.objectContaining({ code: 'feedback', state: 'met' })]) as object,
    });
  });

  test('writes at once where the letter was let go before it was sent', async () => {
    const { story, decisionId } = await aDecision();
    const letterId = newId();
    await story.letterDecided(letterId, 'PERMIT');
    await hub.post(people.manager, story.path('/feedback'), { decisionId, extent: 'full', letterId });
    await eventually(async () => expect(await hub.announced(story.enquiryId, 'decision.feedback-due')).toHaveLength(1));
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
      body: { code: 'DECISION.FEEDBACK_SENT', detail: expect.stringContaining('told nothing') as string },
    });
    const [due] = await hub.announced(story.enquiryId, 'decision.feedback-due');
    expect(due?.data).toMatchObject({ extent: 'withheld', dueAt: '2026-11-25T10:00:00.000Z' });
    expect(JSON.stringify(due)).not.toContain('do_not_alert');
  });
});
