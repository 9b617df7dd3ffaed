import { EnquiryErasedV1, newId, RequestProposedV1, RequestsPartErasedV1, RosterChangedV1 } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { askingWith, sealedTo, type AskingSteps } from '../../testing/asking';
import { startRequests, TUESDAY, type Requests } from '../../testing/start-requests';

jest.setTimeout(60_000);

describe('Erasing what was asked and answered', () => {
  let requests: Requests;
  let ask: AskingSteps;
  beforeAll(async () => {
    requests = await startRequests();
    ask = askingWith(requests);
  });
  afterAll(() => requests.close());
  beforeEach(() => requests.clock.set(TUESDAY));

  const erase = async (enquiryId: string, keyIds: string[] = []) => {
    const its = { enquiryId, erasureId: newId(), keyIds, erasedAt: TUESDAY };
    const heard = await requests.hear(EnquiryErasedV1, its);
    await eventually(async () => expect(await requests.hasHeard(heard)).toBe(true));
    return its;
  };
  const envelopes = async (enquiryId: string) =>
    (
      await requests.query(
        `SELECT e.envelope FROM request_envelope e JOIN request r USING (request_id) WHERE r.enquiry_id = $1
         UNION ALL SELECT e.envelope FROM answer_envelope e JOIN answer USING (answer_id) JOIN request r USING (request_id) WHERE r.enquiry_id = $1`,
        [enquiryId],
      )
    ).length;

  test('takes the envelopes, drafts and household away; that an agency was asked, and answered, stays', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    await ask.answer(requestId, ask.anAnswer(kid, [childId], { complete: false }));
    const draft = { kind: 'answer', about: requestId, sealed: sealedTo(kid) };
    await requests.as(people.educationLiaison)('put', `/drafts/${newId()}`, draft);
    expect(await envelopes(enquiryId)).toBe(2);
    const its = await erase(enquiryId, [kid]);

    expect(await envelopes(enquiryId)).toBe(0);
    for (const table of ['draft', 'roster_person'])
      expect([table, await requests.query(`SELECT 1 FROM ${table} t WHERE t::text LIKE $1`, [`%${childId}%`])]).toEqual(
        [table, []],
      );
    expect(await requests.query('SELECT 1 FROM draft WHERE about = $1', [requestId])).toEqual([]);
    expect(await ask.lineStates(requestId)).toEqual(['answered']);
    expect((await ask.worklist()).map((one) => one.requestId)).not.toContain(requestId);
    for (const path of [
      `/requests/${requestId}`,
      `/enquiries/${enquiryId}/answers`,
      `/enquiries/${enquiryId}/requests`,
    ])
      expect((await requests.as(people.manager)('get', path)).status).toBe(404);
    const [announced] = await requests.events<RequestsPartErasedV1['data']>(RequestsPartErasedV1, enquiryId);
    expect(announced?.data).toMatchObject({ erasureId: its.erasureId });
  });

  test('leaves no hash of what was asked in the events that are kept, by which a guess could be confirmed', async () => {
    const { enquiryId } = await ask.anIssuedRequest();
    const proposed = async () =>
      (await requests.events<RequestProposedV1['data']>(RequestProposedV1, enquiryId)).map(({ data }) => data.textHash);
    expect(await proposed()).toEqual(['']);
    for (const table of ['outbox', 'outbox_archive'])
      await requests.query(
        `UPDATE ${table} SET envelope = jsonb_set(envelope, '{data,textHash}', '"as-it-was-before"') WHERE key = $1 AND type = $2`,
        [enquiryId, RequestProposedV1.type],
      );
    expect(await proposed()).toEqual(['as-it-was-before']);
    await erase(enquiryId);
    expect(await proposed()).toEqual(['']);
  });

  test('keeps no envelope of an answer that comes after it, by whatever way', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    await erase(enquiryId);
    expect((await ask.answer(requestId, ask.anAnswer(kid, [childId]))).status).toBe(404);
    const answerId = newId();
    await requests.query(
      `INSERT INTO answer (answer_id, request_id, received_at, answered_by, complete, late, state) VALUES ($1, $2, now(), 'x', true, false, 'received')`,
      [answerId, requestId],
    );
    await requests.query(
      `INSERT INTO answer_envelope (envelope_id, answer_id, person_id, kid, envelope, sha256) VALUES ($1, $2, $3, 'k', 'words', 'h')`,
      [newId(), answerId, childId],
    );
    expect(await envelopes(enquiryId)).toBe(0);
  });

  test('lets no late event bring anything back, and asks nobody any more', async () => {
    const enquiry = await ask.aRatedEnquiry();
    const toSend = ask.aRequest([enquiry.childId]);
    await ask.send(enquiry.enquiryId, ask.aSend(toSend));
    await erase(enquiry.enquiryId);
    await ask.decideAndWait(enquiry.enquiryId, toSend.lines[0]?.lineId ?? '', 'PERMIT');
    const mention = { mentionId: newId(), matched: 'matched', personId: newId() } as const;
    const late = await requests.hear(RosterChangedV1, {
      ...{ enquiryId: enquiry.enquiryId, version: 9, confirmed: true, openCase: false, repeatContacts12Months: 0 },
      changedAt: TUESDAY,
      mentions: [{ ...mention, kind: 'child', ageBand: '5-10', relation: 'concern' }],
    });
    await eventually(async () => expect(await requests.hasHeard(late)).toBe(true));
    expect(await requests.query('SELECT 1 FROM roster_person WHERE enquiry_id = $1', [enquiry.enquiryId])).toEqual([]);
    expect(await ask.lineStates(toSend.requestId)).toEqual(['proposed']);
  });
});
