import { DEMO_AGENCIES, newId } from '@mash/contracts';
import { people } from '@mash/testing';
import type { DecisionService } from '../testing/decision-service';
import type { HandedOver, Story } from '../testing/story';
import { withEnquiries } from '../testing/with-enquiries';

describe('A case whose handover waits for a human', () => {
  let hub: DecisionService;
  const { seen, aDecision } = withEnquiries((service) => (hub = service));

  const send = (story: Story, decisionId: string, productId: string, more: object = {}) =>
    hub.post(people.manager, story.path('/routes'), {
      ...{ decisionId, productId, ...story.toSocialCare(), ...more },
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
    await story.handoverDecided(productId, 'REVIEW');
    const { status, body } = await send(story, decisionId, productId);
    const { routeId } = body as { routeId: string };
    expect([status, await inbox(routeId)]).toEqual([201, 404]);
    await seen(story, { stage: 'decided', nextStep: 'feedback', routes: [{ routeId, state: 'held' }] });
    expect((await hub.post(people.socialCareManager, `/inbox/${routeId}/accept`, { workerName: 'A' })).status).toBe(
      404,
    );
    expect(await routed(story)).toEqual([]);
    await story.handoverDecided(productId, 'PERMIT');
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
    const held = { routeId, state: 'returned', reasonCode: 'another_instead', notGone: true };
    await seen(story, { routes: expect.arrayContaining([expect.objectContaining(held)]) as object });
    expect((await logged(routeId)).at(-1)).toEqual(['person', 'refused', 'another_instead']); // by whoever sent the other one
    await story.handoverDecided(never, 'PERMIT');
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
    await story.handoverDecided(productId, 'PERMIT');
    await seen(story, { routes: [{ state: 'waiting', dueAt: '2026-11-26T10:00:00.000Z' }] });
  });

  test('waits where nobody has heard of the product yet, and goes at once where it was let go meanwhile', async () => {
    const { story, decisionId } = await aDecision();
    const productId = newId();
    const { routeId } = (await send(story, decisionId, productId)).body as { routeId: string };
    expect(await inbox(routeId)).toBe(404);
    await story.handoverDecided(productId, 'REVIEW');
    await story.handoverDecided(productId, 'PERMIT');
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
    await story.handoverDecided(productId, 'REVIEW');
    const { routeId } = (await send(story, decisionId, productId)).body as { routeId: string };
    await story.handoverDecided(productId, 'DENY');
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

  describe('that may go, and is refused since', () => {
    const LATER = { decidedAt: '2026-11-30T10:00:00.000Z' };
    const denied = (story: Story, productId: string) => story.letterDecided(productId, 'DENY', 'product', LATER);

    test('is not sent: it was recalled before anybody pressed Send', async () => {
      const { story, decisionId } = await aDecision();
      const productId = await story.handoverMayGo();
      await denied(story, productId);
      await story.handoverMayGo(); // heard after it
      expect(await send(story, decisionId, productId)).toMatchObject({
        ...{ status: 409, body: { code: 'DECISION.HANDOVER_REFUSED' } },
      });
      expect(await routed(story)).toEqual([]);
    });

    test('stays with the team that has it already', async () => {
      const { story, decisionId } = await aDecision();
      const productId = await story.handoverMayGo();
      const { routeId } = (await send(story, decisionId, productId)).body as { routeId: string };
      await denied(story, productId);
      await story.handoverMayGo(); // heard after it
      await seen(story, { stage: 'routed', routes: [{ routeId, state: 'waiting' }] });
      expect(await inbox(routeId)).toBe(200);
    });

    test('may still go where somebody is only said to be asked about it', async () => {
      const { story, decisionId } = await aDecision();
      const productId = await story.handoverMayGo();
      await story.letterDecided(productId, 'REVIEW', 'product', LATER);
      await story.handoverMayGo(); // heard after it
      const { routeId } = (await send(story, decisionId, productId)).body as { routeId: string };
      expect(await inbox(routeId)).toBe(200);
    });
  });

  test('comes back as overtaken where another handover was put together instead of its own', async () => {
    const { story, decisionId } = await aDecision();
    const productId = newId();
    const { routeId } = (await send(story, decisionId, productId)).body as { routeId: string };
    await story.letterDecided(productId, 'DENY', 'product', { replacedBy: newId() });
    await seen(story, {
      ...{ nextStep: 'route', routes: [{ routeId, state: 'returned', reasonCode: 'another_instead', notGone: true }] },
    });
    expect(await inbox(routeId)).toBe(404);
  });

  describe.each([
    ['another team', { team: 'early-help' }],
    ['another agency', { toAgencyId: DEMO_AGENCIES.voluntary }],
    ['other children', { personIds: [newId()] }],
  ] satisfies [string, HandedOver][])('that was put together for %s of the same enquiry', (_, to) => {
    test('is not sent', async () => {
      const { story, decisionId } = await aDecision();
      const productId = await story.handoverMayGo(to);
      expect(await send(story, decisionId, productId)).toMatchObject({
        ...{ status: 409, body: { code: 'DECISION.HANDOVER_OTHER' } },
      });
      expect(await routed(story)).toEqual([]);
    });

    test('takes no case that waits for it', async () => {
      const { story, decisionId } = await aDecision();
      const productId = newId();
      const { routeId } = (await send(story, decisionId, productId)).body as { routeId: string };
      await story.handoverDecided(productId, 'PERMIT', to);
      await seen(story, {
        ...{ nextStep: 'route', routes: [{ state: 'returned', reasonCode: 'other_handover', notGone: true }] },
      });
      expect([await inbox(routeId), await routed(story)]).toEqual([404, []]);
      expect((await logged(routeId)).at(-1)).toEqual(['system', 'refused', 'other_handover']);
    });
  });

  test('is no letter to the referrer, and a letter is no handover', async () => {
    const { story, decisionId } = await aDecision();
    const [handover, letter, held] = [await story.handoverMayGo(), newId(), newId()];
    const tell = (letterId: string) =>
      hub.post(people.manager, story.path('/feedback'), { decisionId, extent: 'full', letterId });
    expect(await tell(handover)).toMatchObject({ status: 409, body: { code: 'DECISION.LETTER_REFUSED' } });
    expect((await tell(held)).status).toBe(201);
    await story.handoverDecided(held, 'PERMIT');
    await seen(story, { feedback: [{ letterId: held, refused: true }] });
    await story.letterDecided(letter, 'PERMIT');
    await story.handoverMayGo(); // heard after it
    expect(await send(story, decisionId, letter)).toMatchObject({ body: { code: 'DECISION.HANDOVER_OTHER' } });
    expect(await hub.announced(story.enquiryId, 'decision.feedback-due')).toEqual([]);
  });

  test('gives the team nothing where the hub has decided otherwise meanwhile', async () => {
    const { story, decisionId } = await aDecision();
    const productId = newId();
    await story.handoverDecided(productId, 'REVIEW');
    await send(story, decisionId, productId);
    const outcomes = [{ personId: story.child, outcome: 'early_help' }];
    const again = await story.decision({ expectedVersion: 1, outcomes });
    expect((await hub.post(people.manager, story.path('/decisions'), again)).status).toBe(201);
    await story.handoverDecided(productId, 'PERMIT');
    await seen(story, { routes: [{ state: 'returned', reasonCode: 'decided_again' }] });
    expect(await routed(story)).toEqual([]);
  });
});
