import { createHash } from 'node:crypto';
import {
  AnswerAcceptedV1,
  AnswerReceivedV1,
  AnswerRejectedV1,
  DEMO_AGENCIES,
  DecisionMadeV1,
  newId,
} from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { askingWith } from '../../../testing/asking';
import type { AskingSteps } from '../../../testing/asking';
import { startRequests, TUESDAY } from '../../../testing/start-requests';
import type { Requests } from '../../../testing/start-requests';

describe('An answer', () => {
  let requests: Requests;
  let ask: AskingSteps;
  beforeAll(async () => {
    requests = await startRequests();
    ask = askingWith(requests);
  });
  afterAll(() => requests.close());
  beforeEach(() => requests.clock.set(TUESDAY));

  const both = ({ childId, motherId }: { childId: string; motherId: string }) => [childId, motherId];
  const faultsOf = (body: { errors?: { code: string }[] }) => (body.errors ?? []).map(({ code }) => code);
  const detail = async (requestId: string) =>
    (await requests.as(people.educationLiaison)('get', `/requests/${requestId}`)).body as object;
  const settle = async (accepted: boolean, its: { enquiryId: string; requestId: string; answerId: string }) => {
    const at = new Date().toISOString();
    const about = { ...its, agencyId: DEMO_AGENCIES.education };
    const heard = accepted
      ? await requests.hear(AnswerAcceptedV1, { ...about, complete: true, late: false, acceptedAt: at })
      : await requests.hear(AnswerRejectedV1, { ...about, reasonCode: 'SEAL.WRONG_KEY', rejectedAt: at });
    await eventually(async () => expect(await requests.hasHeard(heard)).toBe(true));
  };

  test('is kept once: the same id again gives the same receipt, and is announced once with the hash of each envelope', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    const given = ask.anAnswer(kid, [childId]);
    const first = await ask.answer(requestId, given);
    requests.clock.set('2026-11-24T11:00:00.000Z');
    const again = await ask.answer(requestId, given);
    expect(first.body).toEqual({ answerId: given.answerId, receivedAt: TUESDAY, late: false });
    expect([again.status, again.body]).toEqual([202, first.body]);
    const announced = await requests.events(AnswerReceivedV1, enquiryId);
    const sha256 = createHash('sha256')
      .update(given.envelopes[0]?.sealed.envelope ?? '')
      .digest('hex');
    expect(announced.map(({ data }) => data)).toMatchObject([{ complete: true, late: false, envelopes: [{ sha256 }] }]);
  });

  test('of eight sent at once with one id is kept once', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    const given = ask.anAnswer(kid, [childId]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask.answer(requestId, given)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await requests.events(AnswerReceivedV1, enquiryId)).toHaveLength(1);
  });

  test('sealed to another key, about somebody not asked about, or about a person twice is refused', async () => {
    const { requestId, kid, childId, motherId } = await ask.anIssuedRequest();
    const wrongKey = await ask.answer(requestId, ask.anAnswer(newId(), [childId]));
    expect([wrongKey.status, faultsOf(wrongKey.body)]).toEqual([422, ['wrong_key']]);
    const notAsked = await ask.answer(requestId, ask.anAnswer(kid, [childId, motherId]));
    expect([notAsked.status, faultsOf(notAsked.body)]).toEqual([422, ['not_asked']]);
    const twice = await ask.answer(requestId, ask.anAnswer(kid, [childId, childId]));
    expect([twice.status, faultsOf(twice.body)]).toEqual([422, ['twice']]);
    expect(await detail(requestId)).toMatchObject({ state: 'open' });
  });

  test('that says it is complete but leaves somebody out is refused; as a part answer it is taken', async () => {
    const { requestId, kid, childId, motherId } = await ask.anIssuedRequest(both);
    const missing = await ask.answer(requestId, ask.anAnswer(kid, [childId]));
    expect([missing.status, faultsOf(missing.body)]).toEqual([422, ['coverage_missing']]);
    expect((await ask.answer(requestId, ask.anAnswer(kid, [childId], { complete: false }))).status).toBe(202);
    expect(await detail(requestId)).toMatchObject({ state: 'part_answered' });
    expect((await ask.answer(requestId, ask.anAnswer(kid, [motherId]))).status).toBe(202);
    expect(await detail(requestId)).toMatchObject({ state: 'answered' });
    const more = await ask.answer(requestId, ask.anAnswer(kid, [childId]));
    expect([more.status, more.body.code]).toEqual([409, 'REQUESTS.ANSWERED']);
  });

  test('after its time is kept like any other, and said to be late', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    requests.clock.set('2026-11-25T10:00:00.000Z');
    const late = await ask.answer(requestId, ask.anAnswer(kid, [childId]));
    expect(late.body).toMatchObject({ late: true });
    expect((await requests.events(AnswerReceivedV1, enquiryId))[0]?.data).toMatchObject({ late: true });
    expect(await detail(requestId)).toMatchObject({ state: 'answered', late: true });
  });

  test('with an id that another request used is refused', async () => {
    const [one, other] = [await ask.anIssuedRequest(), await ask.anIssuedRequest()];
    const given = ask.anAnswer(one.kid, [one.childId]);
    await ask.answer(one.requestId, given);
    const sameAnswer = await ask.answer(other.requestId, {
      ...ask.anAnswer(other.kid, [other.childId]),
      answerId: given.answerId,
    });
    expect([sameAnswer.status, sameAnswer.body.code]).toEqual([409, 'REQUESTS.ID_TAKEN']);
    const [envelope] = given.envelopes;
    const fresh = ask.anAnswer(other.kid, [other.childId]);
    const envelopes = fresh.envelopes.map((own) => ({ ...own, envelopeId: envelope?.envelopeId ?? '' }));
    const sameEnvelope = await ask.answer(other.requestId, { ...fresh, envelopes });
    expect([sameEnvelope.status, sameEnvelope.body.code]).toEqual([409, 'REQUESTS.ID_TAKEN']);
  });

  test('with an id that is sent for two requests at once answers one of them, and the other is still owed', async () => {
    const both = await Promise.all([ask.anIssuedRequest(), ask.anIssuedRequest()]);
    const answerId = newId();
    const given = await Promise.all(
      both.map(({ requestId, kid, childId }) => ask.answer(requestId, { ...ask.anAnswer(kid, [childId]), answerId })),
    );
    expect(given.map(({ status }) => status).sort()).toEqual([202, 409]);
    const kept = await Promise.all(both.map(({ requestId }) => detail(requestId)));
    expect(kept).toMatchObject(given.map(({ status }) => ({ state: status === 202 ? 'answered' : 'open' })));
  });

  test('that sharing rejects is owed again, and the hub reads why', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    const given = ask.anAnswer(kid, [childId]);
    await ask.answer(requestId, given);
    await settle(false, { enquiryId, requestId, answerId: given.answerId });
    expect(await detail(requestId)).toMatchObject({ state: 'open' });
    const { body } = await requests.as(people.analyst)('get', `/enquiries/${enquiryId}/answers`);
    expect(body.answers).toMatchObject([{ state: 'rejected', rejectedBecause: 'SEAL.WRONG_KEY' }]);
    expect((await ask.answer(requestId, ask.anAnswer(kid, [childId]))).status).toBe(202);
  });

  test('that is rejected takes nothing from an answer that stands', async () => {
    const { enquiryId, requestId, kid, childId, motherId } = await ask.anIssuedRequest(both);
    const part = ask.anAnswer(kid, [childId], { complete: false });
    const rest = ask.anAnswer(kid, [childId, motherId]);
    for (const given of [part, rest]) expect((await ask.answer(requestId, given)).status).toBe(202);
    await settle(true, { enquiryId, requestId, answerId: part.answerId });
    await settle(false, { enquiryId, requestId, answerId: rest.answerId });
    const owed = await detail(requestId);
    expect(owed).toMatchObject({ state: 'part_answered', answeredAt: TUESDAY });
    const states = (owed as { lines: { personId: string; state: string }[] }).lines.map((line) => [
      line.personId,
      line.state,
    ]);
    expect(Object.fromEntries(states)).toEqual({ [childId]: 'answered', [motherId]: 'issued' });
  });

  test('that is rejected completes nothing, also where all that it covers was answered before: its agency can answer again', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    const [part, last] = [ask.anAnswer(kid, [childId], { complete: false }), ask.anAnswer(kid, [childId])];
    for (const given of [part, last]) expect((await ask.answer(requestId, given)).status).toBe(202);
    await settle(true, { enquiryId, requestId, answerId: part.answerId });
    await settle(false, { enquiryId, requestId, answerId: last.answerId });
    expect(await detail(requestId)).toMatchObject({ state: 'part_answered' });
    expect((await ask.answer(requestId, ask.anAnswer(kid, [childId]))).status).toBe(202);
    expect(await detail(requestId)).toMatchObject({ state: 'answered' });
  });

  test('that was accepted is not undone by a rejection that comes after', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    const given = ask.anAnswer(kid, [childId]);
    await ask.answer(requestId, given);
    for (const accepted of [true, false]) await settle(accepted, { enquiryId, requestId, answerId: given.answerId });
    expect(await detail(requestId)).toMatchObject({ state: 'answered' });
  });

  test('can come after the decision: the agency reads that the hub has decided', async () => {
    const { enquiryId, requestId, childId } = await ask.anIssuedRequest();
    expect(await detail(requestId)).toMatchObject({ decided: false });
    const decidedAt = new Date().toISOString();
    const outcomes = [{ personId: childId, outcome: 'advice' as const }];
    const made = { enquiryId, decisionId: newId(), decisionVersion: 1, rosterVersion: 1, outcomes };
    await requests.hear(DecisionMadeV1, { ...made, decidedBy: people.manager.id, decidedAt });
    await eventually(async () => expect(await detail(requestId)).toMatchObject({ decided: true }));
  });

  test('is for the agency that was asked: to every other it is not there', async () => {
    const { requestId, kid, childId } = await ask.anIssuedRequest();
    const elsewhere = { ...people.educationLiaison, partnershipId: people.otherAnalyst.partnershipId };
    for (const as of [people.policeLiaison, people.manager, people.teacher, elsewhere]) {
      expect((await ask.answer(requestId, ask.anAnswer(kid, [childId]), as)).status).toBe(404);
      expect((await requests.as(as)('get', `/requests/${requestId}`)).status).toBe(404);
    }
  });
});
