import { DEMO_AGENCIES, newId, type LineFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import { askingWith } from '../../testing/asking';
import type { AskingSteps } from '../../testing/asking';
import { startRequests } from '../../testing/start-requests';
import type { Requests } from '../../testing/start-requests';

describe('What is asked and answered', () => {
  let requests: Requests;
  let ask: AskingSteps;
  beforeAll(async () => {
    requests = await startRequests();
    ask = askingWith(requests);
  });
  afterAll(() => requests.close());

  const elsewhere = { ...people.educationLiaison, partnershipId: people.otherAnalyst.partnershipId };

  test("stands on the asked agency's own worklist, issued lines alone", async () => {
    const { enquiryId, childId, motherId } = await ask.aRatedEnquiry();
    const toSend = ask.aRequest([childId, motherId]);
    const toPolice = ask.aRequest([childId], { agencyId: DEMO_AGENCIES.police });
    await ask.send(enquiryId, ask.aSend(toSend, toPolice));
    const [open, waiting] = toSend.lines;
    await ask.decideAndWait(enquiryId, open?.lineId ?? '', 'PERMIT');
    await ask.decideAndWait(enquiryId, waiting?.lineId ?? '', 'REVIEW');
    const listed = await ask.worklist();
    expect(listed.map(({ requestId }) => requestId)).toContain(toSend.requestId);
    expect(listed.map(({ requestId }) => requestId)).not.toContain(toPolice.requestId);
    const own = listed.find(({ requestId }) => requestId === toSend.requestId);
    expect(own?.lines.map(({ lineId }) => lineId)).toEqual([open?.lineId]);
    expect(await ask.worklist(people.policeLiaison)).toEqual([]);
    expect(await ask.worklist(elsewhere)).toEqual([]);
  });

  test('is on no worklist of those who answer for nobody', async () => {
    for (const as of [people.teacher, people.manager, people.igOfficer]) {
      expect((await requests.as(as)('get', '/worklist')).status).toBe(403);
    }
  });

  test('opens to the asked agency alone; before it is issued, to nobody there', async () => {
    const { requestId } = await ask.anIssuedRequest();
    const read = (id: string, as: typeof people.manager) => requests.as(as)('get', `/requests/${id}`);
    expect((await read(requestId, people.educationLiaison)).status).toBe(200);
    const missing = await read(newId(), people.policeLiaison);
    for (const as of [people.policeLiaison, people.teacher, people.manager, elsewhere]) {
      const answer = await read(requestId, as);
      expect([answer.status, { ...answer.body, traceId: '' }]).toEqual([404, { ...missing.body, traceId: '' }]);
    }
    const { enquiryId, childId } = await ask.aRatedEnquiry();
    const planned = ask.aRequest([childId]);
    await ask.send(enquiryId, ask.aSend(planned));
    expect((await read(planned.requestId, people.educationLiaison)).status).toBe(404);
  });

  test('is listed to the hub of this partnership and to nobody else, and each refusal is on record', async () => {
    const { enquiryId } = await ask.anIssuedRequest();
    for (const path of ['requests', 'answers', 'plan'].map((page) => `/enquiries/${enquiryId}/${page}`)) {
      expect((await requests.as(people.analyst)('get', path)).status).toBe(200);
      for (const as of [people.educationLiaison, people.teacher, people.igOfficer, people.otherAnalyst])
        expect((await requests.as(as)('get', path)).status).toBe(404);
    }
    const refused = await requests.query(
      `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS entry
        WHERE envelope -> 'data' ->> 'outcome' = 'refused' AND envelope -> 'data' -> 'subject' ->> 'id' = $1`,
      [enquiryId],
    );
    expect(refused).toHaveLength(12);
  });

  test('opens, sealed, to the hub of this partnership before it is asked, and to nobody else', async () => {
    const { enquiryId, childId } = await ask.aRatedEnquiry();
    const planned = ask.aRequest([childId]);
    await ask.send(enquiryId, ask.aSend(planned));
    const question = (of: string, lineId = planned.lines[0]?.lineId ?? '') =>
      `/enquiries/${of}/lines/${lineId}/question`;
    for (const as of [people.analyst, people.manager]) {
      const { status, body } = await requests.as(as)('get', question(enquiryId));
      expect(status).toBe(200);
      const { requestId, agencyId } = planned;
      const [{ envelopeId, sealed }] = planned.envelopes as [(typeof planned.envelopes)[number]];
      expect(body).toEqual({ requestId, agencyId, personId: childId, envelopeId, sealed });
    }
    for (const as of [people.educationLiaison, people.teacher, people.igOfficer, people.otherAnalyst])
      expect((await requests.as(as)('get', question(enquiryId))).status).toBe(404);
    expect((await requests.as(people.manager)('get', question(enquiryId, newId()))).status).toBe(404);
    const other = await ask.aRatedEnquiry();
    expect((await requests.as(people.manager)('get', question(other.enquiryId))).status).toBe(404);
  });

  test('is planned from pack and roster, in the register of bodies, with what was asked already', async () => {
    const { enquiryId, childId, motherId } = await ask.aRatedEnquiry();
    const plan = async () =>
      (await requests.as(people.analyst)('get', `/enquiries/${enquiryId}/plan`)).body as { lines: unknown };
    const drawn = await plan();
    expect(drawn).toMatchObject({ ratingVersion: 1, rosterVersion: 1, thresholdVersion: 1, purpose: 'S17' });
    const lines = drawn.lines as { agencyId: string; personId: string; category: string; suggested: boolean }[];
    expect(new Set(lines.map(({ personId }) => personId))).toEqual(new Set([childId, motherId]));
    const attendance = { agencyId: DEMO_AGENCIES.education, personId: childId, category: 'education-attendance' };
    expect(lines).toContainEqual(expect.objectContaining({ ...attendance, suggested: true, alreadyAsked: false }));
    await ask.send(enquiryId, ask.aSend(ask.aRequest([childId])));
    const again = (await plan()).lines as typeof lines;
    expect(again).toContainEqual(expect.objectContaining({ ...attendance, suggested: false, alreadyAsked: true }));
  });

  test('has no plan before the rating', async () => {
    const { enquiryId } = await ask.anOpenEnquiry();
    const early = await requests.as(people.analyst)('get', `/enquiries/${enquiryId}/plan`);
    expect([early.status, early.body.code]).toEqual([409, 'REQUESTS.NOT_RATED']);
  });

  test('is told to sharing as ids, codes and sealed envelopes, under its scope alone', async () => {
    const { requestId, lines, kid, childId, enquiryId } = await ask.anIssuedRequest();
    const given = ask.anAnswer(kid, [childId]);
    await ask.answer(requestId, given);
    const facts = [`/facts/lines/${lines[0]?.lineId ?? ''}`, `/facts/answers/${given.answerId}`];
    for (const path of facts) {
      const told = await requests.asSystem(['facts:read'])('get', path);
      expect(told.body).toMatchObject({ requestId, enquiryId, agencyId: DEMO_AGENCIES.education });
      expect(JSON.stringify(told.body)).not.toMatch(/name/i);
      expect((await requests.asSystem(['keys:lease'])('get', path)).status).toBe(403);
      expect((await requests.as(people.manager)('get', path)).status).toBe(403);
      const elsewhere = requests.asSystem(['facts:read'], { claims: { partnership: newId() } });
      expect((await elsewhere('get', path)).status).toBe(404);
    }
    const missing = await requests.asSystem(['facts:read'])('get', `/facts/lines/${newId()}`);
    expect(missing.status).toBe(404);
  });

  test('is told to sharing as it lies, also where somebody has written over it: sharing finds out', async () => {
    const { requestId, kid, childId } = await ask.anIssuedRequest();
    const given = ask.anAnswer(kid, [childId]);
    await ask.answer(requestId, given);
    await requests.query(`UPDATE answer_envelope SET envelope = 'rubbish' WHERE answer_id = $1`, [given.answerId]);
    const told = await requests.asSystem(['facts:read'])('get', `/facts/answers/${given.answerId}`);
    expect(told).toMatchObject({ status: 200, body: { envelopes: [{ sealed: { kid, envelope: 'rubbish' } }] } });
  });

  test('is told to sharing with what else the same agency was sent of the enquiry by then, and with no other’s', async () => {
    const { enquiryId, childId, motherId } = await ask.aRatedEnquiry();
    const [first, later] = [ask.aRequest([childId, motherId]), ask.aRequest([childId])];
    await ask.send(enquiryId, ask.aSend(ask.aRequest([childId], { agencyId: DEMO_AGENCIES.police }), first));
    requests.clock.set(new Date(requests.clock.now().getTime() + 60_000));
    await ask.send(enquiryId, ask.aSend(later));
    const besides = async (lineId = '') => {
      const { body } = await requests.asSystem(['facts:read'])('get', `/facts/lines/${lineId}`);
      return (body as LineFacts).beside?.map(({ envelopeId }) => envelopeId).sort();
    };
    const sent = first.envelopes.map(({ envelopeId }) => envelopeId);
    expect(await besides(first.lines[0]?.lineId)).toEqual([sent[1]]);
    expect(await besides(first.lines[1]?.lineId)).toEqual([sent[0]]);
    expect(await besides(later.lines[0]?.lineId)).toEqual([...sent].sort());
  });
});
