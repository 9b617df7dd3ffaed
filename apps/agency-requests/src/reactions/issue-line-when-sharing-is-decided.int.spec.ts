import { setTimeout as wait } from 'node:timers/promises';
import { RequestIssuedV1, RequestRecalledV1, SharingDecidedV1, newId } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { askingWith } from '../../testing/asking';
import type { AskingSteps } from '../../testing/asking';
import { startRequests, TUESDAY } from '../../testing/start-requests';
import type { Requests } from '../../testing/start-requests';

describe('A sharing decision about a line', () => {
  let requests: Requests;
  let ask: AskingSteps;
  beforeAll(async () => {
    requests = await startRequests();
    ask = askingWith(requests);
  });
  afterAll(() => requests.close());
  beforeEach(() => requests.clock.set(TUESDAY));

  const aSentRequest = async (colour: 'red' | 'amber' | 'green' = 'amber') => {
    const enquiry = await ask.aRatedEnquiry(colour);
    const toSend = ask.aRequest([enquiry.childId, enquiry.motherId]);
    await ask.send(enquiry.enquiryId, ask.aSend(toSend));
    const [child, mother] = toSend.lines;
    return {
      ...enquiry,
      requestId: toSend.requestId,
      childLine: child?.lineId ?? '',
      motherLine: mother?.lineId ?? '',
    };
  };
  const issued = (enquiryId: string) => requests.events(RequestIssuedV1, enquiryId);
  const ofHub = async (enquiryId: string) =>
    (await requests.as(people.analyst)('get', `/enquiries/${enquiryId}/requests`)).body.requests[0] as object;

  test.each([
    ['red', '2026-11-24T12:00:00.000Z'],
    ['amber', '2026-11-24T16:00:00.000Z'],
    ['green', '2026-11-26T16:00:00.000Z'],
  ] as const)('PERMIT at %s puts it on the worklist, due at %s, with the key to answer to', async (colour, dueAt) => {
    const { enquiryId, requestId, childLine, childId, kid } = await aSentRequest(colour);
    await ask.decideAndWait(enquiryId, childLine, 'PERMIT');
    const [event] = await issued(enquiryId);
    expect(event?.data).toMatchObject({
      lineId: childLine,
      personId: childId,
      answerKeyId: kid,
      answerLease: { kid, signature: expect.any(String) as string },
      dueAt,
    });
    const detail = await requests.as(people.educationLiaison)('get', `/requests/${requestId}`);
    expect(detail.body).toMatchObject({ dueAt, answerKey: { kid }, lines: [{ lineId: childLine, state: 'issued' }] });
    expect(detail.body.envelopes).toMatchObject([{ personId: childId }]);
  });

  test('DENY keeps it from the agency, and the hub sees that it was not allowed', async () => {
    const { enquiryId, childLine, motherLine } = await aSentRequest();
    for (const lineId of [childLine, motherLine]) await ask.decideAndWait(enquiryId, lineId, 'DENY');
    expect(await ofHub(enquiryId)).toMatchObject({ state: 'not_allowed' });
    expect((await ask.worklist()).map(({ lines }) => lines.map(({ lineId }) => lineId)).flat()).not.toContain(
      childLine,
    );
    expect(await issued(enquiryId)).toEqual([]);
  });

  test('REVIEW waits for a human, whose PERMIT issues it', async () => {
    const { enquiryId, childLine, motherLine } = await aSentRequest();
    for (const lineId of [childLine, motherLine]) await ask.decideAndWait(enquiryId, lineId, 'REVIEW');
    expect(await ofHub(enquiryId)).toMatchObject({ state: 'waiting_review' });
    expect(await issued(enquiryId)).toEqual([]);
    await ask.decideAndWait(enquiryId, childLine, 'PERMIT', { byPerson: true });
    expect(await issued(enquiryId)).toHaveLength(1);
    expect(await ofHub(enquiryId)).toMatchObject({ state: 'open' });
  });

  test('nothing unasks what was asked', async () => {
    const { enquiryId, requestId, childLine } = await aSentRequest();
    await ask.decideAndWait(enquiryId, childLine, 'PERMIT');
    await ask.decideAndWait(enquiryId, childLine, 'DENY');
    expect(await ask.lineStates(requestId)).toContain('issued');
  });

  test('heard twice, has one effect', async () => {
    const { enquiryId, childLine } = await aSentRequest();
    const about = { kind: 'request-line', id: childLine } as const;
    const data = { enquiryId, sharingDecisionId: newId(), about, outcome: 'PERMIT', byPerson: false } as const;
    const decided = { ...data, decidedAt: new Date().toISOString() };
    const eventId = await requests.hear(SharingDecidedV1, decided);
    await requests.hear(SharingDecidedV1, decided, eventId);
    await ask.decideAndWait(enquiryId, childLine, 'PERMIT'); // the same again, under another id, behind the two
    expect(await issued(enquiryId)).toHaveLength(1);
  });

  test('of a line that is not known yet waits for it, and buries nothing', async () => {
    const enquiry = await ask.aRatedEnquiry();
    const toSend = ask.aRequest([enquiry.childId]);
    const eventId = await ask.decide(enquiry.enquiryId, toSend.lines[0]?.lineId ?? '', 'PERMIT');
    await wait(700);
    expect(await requests.hasHeard(eventId)).toBe(false);
    await ask.send(enquiry.enquiryId, ask.aSend(toSend));
    await eventually(async () => expect(await issued(enquiry.enquiryId)).toHaveLength(1));
    expect(await requests.query('SELECT 1 FROM dead_letter')).toEqual([]);
  });

  test('waits while sharing cannot give the key to answer to', async () => {
    const { enquiryId, childLine, kid } = await aSentRequest();
    requests.sharing.says(`/enquiries/${enquiryId}/key`, {}, 503);
    const eventId = await ask.decide(enquiryId, childLine, 'PERMIT');
    await wait(500);
    expect(await requests.hasHeard(eventId)).toBe(false);
    const publicKey = { kty: 'OKP', crv: 'X25519', kid, x: 'a-public-key' };
    const terms = { kid, publicKey, partnershipId: people.analyst.partnershipId, use: 'enquiry' };
    requests.sharing.says(`/enquiries/${enquiryId}/key`, { ...terms, expiresAt: TUESDAY, signature: 's' });
    await eventually(async () => expect(await issued(enquiryId)).toHaveLength(1));
  });

  test('that comes after the full answer opens the request again, on a fresh clock', async () => {
    const { enquiryId, requestId, childLine, motherLine, childId, motherId, kid } = await aSentRequest();
    await ask.decideAndWait(enquiryId, childLine, 'PERMIT');
    await ask.decideAndWait(enquiryId, motherLine, 'REVIEW');
    expect((await ask.answer(requestId, ask.anAnswer(kid, [childId]))).status).toBe(202);
    expect(await ofHub(enquiryId)).toMatchObject({ state: 'answered' });
    requests.clock.set('2026-11-25T10:00:00.000Z');
    await ask.decideAndWait(enquiryId, motherLine, 'PERMIT', { byPerson: true });
    const dueAt = '2026-11-25T16:00:00.000Z';
    expect((await issued(enquiryId)).at(-1)?.data).toMatchObject({ lineId: motherLine, dueAt });
    expect(await ofHub(enquiryId)).toMatchObject({ state: 'part_answered', dueAt, late: false });
    expect((await ask.answer(requestId, ask.anAnswer(kid, [motherId]))).status).toBe(202);
    expect(await ofHub(enquiryId)).toMatchObject({ state: 'answered' });
  });

  describe('that follows an earlier one', () => {
    const recalled = (enquiryId: string) => requests.events(RequestRecalledV1, enquiryId);

    test('recalls what was asked: the agency sees it, may not answer it, opens nothing, and is not chased', async () => {
      const { enquiryId, requestId, childId, lines, kid } = await ask.anIssuedRequest();
      const lineId = lines[0]?.lineId ?? '';
      await ask.decideAndWait(enquiryId, lineId, 'DENY', { supersedes: newId() });
      expect(await ask.lineStates(requestId)).toEqual(['recalled']);
      const listed = (await ask.worklist()).find((one) => one.requestId === requestId);
      expect(listed).toMatchObject({ state: 'recalled', late: false, lines: [{ lineId, state: 'recalled' }] });
      const detail = await requests.as(people.educationLiaison)('get', `/requests/${requestId}`);
      expect(detail.body).toMatchObject({ state: 'recalled', envelopes: [] });
      const refused = await ask.answer(requestId, ask.anAnswer(kid, [childId]));
      expect([refused.status, refused.body.code]).toEqual([409, 'REQUESTS.RECALLED']);
      const chased = await requests.as(people.manager)('post', `/requests/${requestId}/chase`, {});
      expect(chased.body.code).toBe('REQUESTS.NOTHING_OWED');
      expect(await recalled(enquiryId)).toMatchObject([{ data: { lineId, state: 'recalled', owed: false } }]);
    });

    test('holds it while a human looks, and asks it again on a fresh clock once they say yes', async () => {
      const { enquiryId, requestId, childId, lines, kid } = await ask.anIssuedRequest();
      const lineId = lines[0]?.lineId ?? '';
      await ask.decideAndWait(enquiryId, lineId, 'REVIEW', { supersedes: newId() });
      expect((await ask.answer(requestId, ask.anAnswer(kid, [childId]))).body.code).toBe('REQUESTS.ON_HOLD');
      requests.clock.set('2026-11-26T10:00:00.000Z');
      await ask.decideAndWait(enquiryId, lineId, 'PERMIT', { supersedes: newId(), byPerson: true });
      const again = (await issued(enquiryId)).at(-1)?.data as { dueAt: string };
      expect(Date.parse(again.dueAt)).toBeGreaterThan(Date.parse('2026-11-26T10:00:00.000Z'));
      expect(await ofHub(enquiryId)).toMatchObject({ state: 'open', late: false });
      expect((await ask.answer(requestId, ask.anAnswer(kid, [childId]))).status).toBe(202);
    });

    test('leaves a clock of its own to what is asked for the first time, once nothing else of the request is owed', async () => {
      const { enquiryId, requestId, childLine, motherLine, motherId, kid } = await aSentRequest();
      await ask.decideAndWait(enquiryId, childLine, 'PERMIT');
      await ask.decideAndWait(enquiryId, motherLine, 'REVIEW');
      await ask.decideAndWait(enquiryId, childLine, 'DENY', { supersedes: newId() });
      requests.clock.set('2026-11-25T10:00:00.000Z');
      await ask.decideAndWait(enquiryId, motherLine, 'PERMIT', { supersedes: newId(), byPerson: true });
      const dueAt = '2026-11-25T16:00:00.000Z';
      expect((await issued(enquiryId)).at(-1)?.data).toMatchObject({ lineId: motherLine, dueAt });
      expect(await ofHub(enquiryId)).toMatchObject({ dueAt, late: false });
      expect((await ask.answer(requestId, ask.anAnswer(kid, [motherId]))).body).toMatchObject({ late: false });
    });

    test('permits it still: nothing changes but the decision that it rests on', async () => {
      const { enquiryId, requestId, lines } = await ask.anIssuedRequest();
      const lineId = lines[0]?.lineId ?? '';
      const read = async () =>
        (await requests.as(people.analyst)('get', `/enquiries/${enquiryId}/requests`)).body as object;
      const before = await read();
      await ask.decideAndWait(enquiryId, lineId, 'PERMIT', { supersedes: newId() });
      const decisionOf = (body: object) => /"sharingDecisionId":"([^"]+)"/.exec(JSON.stringify(body))?.[1];
      const without = (body: object) => JSON.stringify(body).replace(String(decisionOf(body)), '');
      const after = await read();
      expect(decisionOf(after)).not.toEqual(decisionOf(before));
      expect(without(after)).toEqual(without(before));
      expect(await issued(enquiryId)).toHaveLength(1);
      expect(await ask.lineStates(requestId)).toEqual(['issued']);
    });

    test('recalls one line and leaves the other owed', async () => {
      const { enquiryId, requestId, childLine, motherLine, motherId, kid } = await aSentRequest();
      await ask.decideAndWait(enquiryId, childLine, 'PERMIT');
      await ask.decideAndWait(enquiryId, motherLine, 'PERMIT');
      await ask.decideAndWait(enquiryId, childLine, 'DENY', { supersedes: newId() });
      expect(await recalled(enquiryId)).toMatchObject([{ data: { owed: true } }]);
      expect(await ofHub(enquiryId)).toMatchObject({ state: 'open' });
      expect((await ask.answer(requestId, ask.anAnswer(kid, [motherId]))).status).toBe(202);
    });

    test('takes back nothing that was answered', async () => {
      const { enquiryId, requestId, childId, lines, kid } = await ask.anIssuedRequest();
      await ask.answer(requestId, ask.anAnswer(kid, [childId]));
      await ask.decideAndWait(enquiryId, lines[0]?.lineId ?? '', 'DENY', { supersedes: newId() });
      expect(await ask.lineStates(requestId)).toEqual(['answered']);
      expect(await recalled(enquiryId)).toEqual([]);
    });

    test('of an answer and a recall that come at once lets one stand, and never half of each', async () => {
      const { enquiryId, requestId, childId, lines, kid } = await ask.anIssuedRequest();
      const [answer] = await Promise.all([
        ask.answer(requestId, ask.anAnswer(kid, [childId])),
        ask.decideAndWait(enquiryId, lines[0]?.lineId ?? '', 'DENY', { supersedes: newId() }),
      ]);
      const [state] = await ask.lineStates(requestId);
      expect([answer.status, state]).toEqual(answer.status === 202 ? [202, 'answered'] : [409, 'recalled']);
    });
  });
});
