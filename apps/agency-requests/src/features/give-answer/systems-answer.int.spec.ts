import {
  AnswerReceivedV1,
  AnswerRejectedV1,
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  OTHER_PARTNERSHIP,
  type AgencyRequests,
} from '@mash/contracts';
import { eventually } from '@mash/testing';
import type { z } from 'zod';
import { askingWith, type AskingSteps } from '../../../testing/asking';
import { startRequests, TUESDAY, type Requests } from '../../../testing/start-requests';

const SCOPES = ['requests:read', 'requests:answer'];
const EDUCATION = { clientId: 'riverside-education-records', agency: DEMO_AGENCIES.education };

describe('An agency’s own system', () => {
  let requests: Requests;
  let ask: AskingSteps;
  beforeAll(async () => {
    requests = await startRequests();
    ask = askingWith(requests);
  });
  afterAll(() => requests.close());
  beforeEach(() => requests.clock.set(TUESDAY));

  const as = (its: { scopes?: string[]; clientId?: string; agency?: string; partnership?: string } = {}) => {
    const {
      scopes = SCOPES,
      clientId = EDUCATION.clientId,
      agency = EDUCATION.agency,
      partnership = DEMO_PARTNERSHIP,
    } = its;
    return requests.asSystem(scopes, { clientId, claims: { agency, partnership } });
  };
  const refused = async (id: string) =>
    requests.query<{ actor: string }>(
      `SELECT envelope -> 'data' -> 'actor' ->> 'id' AS actor FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'outcome' = 'refused' AND envelope -> 'data' -> 'subject' ->> 'id' = $1`,
      [id],
    );

  test('reads what its agency was asked, as its staff do, and answers it in its own name', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    const { body: worklist } = await as()('get', '/worklist');
    const listed = (worklist as z.infer<typeof AgencyRequests>).requests.map((request) => request.requestId);
    expect(listed).toContain(requestId);
    expect((await as()('get', `/requests/${requestId}`)).body).toMatchObject({ answerKey: { kid } });
    const given = ask.anAnswer(kid, [childId]);
    const first = await as()('post', `/requests/${requestId}/answers`, given);
    const again = await as()('post', `/requests/${requestId}/answers`, given);
    expect([first.status, again.status, again.body]).toEqual([202, 202, first.body]);
    const [announced] = await requests.events(AnswerReceivedV1, enquiryId);
    expect(announced?.actor).toEqual({ id: EDUCATION.clientId, kind: 'system', agencyId: EDUCATION.agency });
    const toCheck = await requests.asSystem(['facts:read'])('get', `/facts/answers/${given.answerId}`);
    expect(toCheck.body).toMatchObject({ answeredBy: { kind: 'system', id: EDUCATION.clientId } });
  });

  test('hears of the same faults as its staff would', async () => {
    const { requestId, kid, childId, motherId } = await ask.anIssuedRequest();
    const path = `/requests/${requestId}/answers`;
    for (const [given, code] of [
      [ask.anAnswer(newId(), [childId]), 'wrong_key'],
      [ask.anAnswer(kid, [childId, motherId]), 'not_asked'],
      [ask.anAnswer(kid, [childId, childId]), 'twice'],
    ] as const) {
      const { status, body } = await as()('post', path, given);
      expect([status, (body as { errors: { code: string }[] }).errors[0]?.code]).toEqual([422, code]);
    }
  });

  test('learns that its answer was refused, and why', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    const given = ask.anAnswer(kid, [childId]);
    await as()('post', `/requests/${requestId}/answers`, given);
    const state = async () => (await as()('get', `/requests/${requestId}/answers/${given.answerId}`)).body as object;
    expect(await state()).toMatchObject({ state: 'received' });
    const { answerId } = given;
    const about = { enquiryId, requestId, answerId, agencyId: EDUCATION.agency };
    const rejectedAt = new Date().toISOString();
    await requests.hear(AnswerRejectedV1, { ...about, reasonCode: 'SEAL.SIGNER_REVOKED', rejectedAt });
    await eventually(async () =>
      expect(await state()).toMatchObject({ state: 'rejected', rejectedBecause: 'SEAL.SIGNER_REVOKED' }),
    );
    const unknown = await as()('get', `/requests/${requestId}/answers/${newId()}`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'ANSWER.NOT_FOUND']);
  });

  test('finds nothing of another agency or partnership, and the refusal is on record', async () => {
    const { requestId, kid, childId } = await ask.anIssuedRequest();
    for (const its of [
      { clientId: 'trust-records', agency: DEMO_AGENCIES.health },
      { partnership: OTHER_PARTNERSHIP },
    ]) {
      expect((await as(its)('get', `/requests/${requestId}`)).status).toBe(404);
      expect((await as(its)('post', `/requests/${requestId}/answers`, ask.anAnswer(kid, [childId]))).status).toBe(404);
      expect(JSON.stringify((await as(its)('get', '/worklist')).body)).not.toContain(requestId);
    }
    expect((await refused(requestId)).map(({ actor }) => actor)).toContain('trust-records');
  });

  test('finds nothing before it was really asked', async () => {
    const { enquiryId, childId } = await ask.aRatedEnquiry();
    const planned = ask.aRequest([childId]);
    await ask.send(enquiryId, ask.aSend(planned));
    expect((await as()('get', `/requests/${planned.requestId}`)).status).toBe(404);
  });

  test('needs the scope of each endpoint, and an agency that it works for', async () => {
    const { requestId, kid, childId } = await ask.anIssuedRequest();
    const answer = `/requests/${requestId}/answers`;
    const readsOnly = await as({ scopes: ['requests:read'] })('post', answer, ask.anAnswer(kid, [childId]));
    expect(readsOnly.body.code).toBe('AUTH.SCOPE_MISSING');
    const other = as({ scopes: ['facts:read', 'internal', 'keys:lease', 'contacts:create'] });
    for (const path of ['/worklist', `/requests/${requestId}`]) expect((await other('get', path)).status).toBe(403);
    const ofNobody = requests.asSystem(SCOPES, { clientId: 'decision' });
    expect((await ofNobody('get', '/worklist')).status).toBe(403);
    expect((await ofNobody('get', `/requests/${requestId}`)).status).toBe(403);
    expect((await ofNobody('post', answer, ask.anAnswer(kid, [childId]))).status).toBe(403);
  });

  test('does nothing of the hub’s work', async () => {
    const { enquiryId, requestId } = await ask.anIssuedRequest();
    const all = as({ scopes: [...SCOPES, 'facts:read', 'internal', 'keys:lease'] });
    for (const path of ['requests', 'answers', 'plan'])
      expect((await all('get', `/enquiries/${enquiryId}/${path}`)).status).toBe(403);
    expect((await all('post', `/requests/${requestId}/chase`)).body.code).toBe('AUTH.PEOPLE_ONLY');
  });
});
