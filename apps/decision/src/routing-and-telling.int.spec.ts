import { newId, type RouteTeam } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import type { DecisionService } from '../testing/decision-service';
import type { Story } from '../testing/story';
import { TUESDAY, withEnquiries } from '../testing/with-enquiries';

describe('Routing and telling', () => {
  let hub: DecisionService;
  const { seen, view, aDecision } = withEnquiries((service) => (hub = service));

  /** With a handover that `sharing` has let go. */
  const route = async (story: Story, decisionId: string, to: { team?: RouteTeam } = {}) => {
    const productId = await story.handoverMayGo(to);
    const command = { decisionId, productId, ...story.toSocialCare(), ...to };
    return hub.post(people.manager, story.path('/routes'), command);
  };

  test('goes only to the team that the outcome names, and once', async () => {
    const { story, decisionId } = await aDecision();
    expect(await route(story, decisionId, { team: 'early-help' })).toMatchObject({
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
    await eventually(async () => expect(await due()).toHaveLength(1)); // heard after the no, which it goes beyond
    expect((await due()).map(({ data }) => data)).toMatchObject([{ letterId, extent: 'full' }]);
    await seen(story, { feedback: [expect.not.objectContaining({ held: true })] });
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

  test('takes no letter that was sent with an earlier decision', async () => {
    const { story, decisionId } = await aDecision();
    const letterId = newId();
    await story.letterDecided(letterId, 'PERMIT');
    const tell = (about: string) =>
      hub.post(people.manager, story.path('/feedback'), { decisionId: about, extent: 'full', letterId });
    expect((await tell(decisionId)).status).toBe(201);
    const again = await hub.post(
      people.manager,
      story.path('/decisions'),
      await story.decision({ expectedVersion: 1 }),
    );
    const { decisionId: newest } = again.body as { decisionId: string };
    expect(await tell(newest)).toMatchObject({ status: 409, body: { code: 'DECISION.LETTER_SENT' } });
    await seen(story, { nextStep: 'route' });
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
