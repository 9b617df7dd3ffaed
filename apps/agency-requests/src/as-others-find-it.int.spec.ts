import { Writable } from 'node:stream';
import { newId } from '@mash/contracts';
import { jsonLogger } from '@mash/telemetry';
import { people } from '@mash/testing';
import request from 'supertest';
import { askingWith } from '../testing/asking';
import type { AskingSteps } from '../testing/asking';
import { startRequests } from '../testing/start-requests';
import type { Requests } from '../testing/start-requests';

const CANARY = 'Q2FuYXJ5d3Jlbg';

describe('The service as others find it', () => {
  let requests: Requests;
  let ask: AskingSteps;
  const lines: string[] = [];
  beforeAll(async () => {
    const destination = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString());
        done();
      },
    });
    requests = await startRequests({ log: jsonLogger('agency-requests', { destination, level: 'debug' }) });
    ask = askingWith(requests);
  });
  afterAll(() => requests.close());

  const canary = (kid: string) => ({ kid, envelope: `eyJhbGciOiJFQ0RILUVTIn0..aXYtaXYtaXYtaXYt.${CANARY}.dGFn` });

  test('serves its OpenAPI document, with every path of the contract', async () => {
    const { body } = await request(requests.url).get('/openapi.json');
    expect(Object.keys(body.paths as object).sort()).toEqual([
      '/drafts',
      '/drafts/{draftId}',
      '/enquiries/{enquiryId}/answers',
      '/enquiries/{enquiryId}/lines/{lineId}/question',
      '/enquiries/{enquiryId}/plan',
      '/enquiries/{enquiryId}/requests',
      '/facts/answers/{answerId}',
      '/facts/lines/{lineId}',
      '/requests/{requestId}',
      '/requests/{requestId}/answers',
      '/requests/{requestId}/answers/{answerId}',
      '/requests/{requestId}/chase',
      '/worklist',
    ]);
  });

  test('lets nobody in without a token', async () => {
    for (const path of ['/worklist', '/drafts', `/requests/${newId()}`, `/facts/lines/${newId()}`])
      expect((await request(requests.url).get(path)).status).toBe(401);
  });

  test("keeps drafts of answers, each to its author's eyes alone", async () => {
    const draftId = newId();
    const draft = { kind: 'answer', about: newId(), sealed: canary('key-1') };
    const path = `/drafts/${draftId}`;
    expect((await requests.as(people.policeLiaison)('put', path, draft)).status).toBe(200);
    expect((await requests.as(people.policeLiaison)('get', path)).body).toMatchObject({
      draftId,
      sealed: draft.sealed,
    });
    const colleague = { ...people.policeLiaison, id: newId() };
    for (const as of [colleague, people.healthLiaison, people.manager]) {
      expect((await requests.as(as)('get', path)).status).toBe(404);
      expect((await requests.as(as)('put', path, draft)).status).toBe(404);
    }
    const contact = await requests.as(people.policeLiaison)('put', `/drafts/${newId()}`, { ...draft, kind: 'contact' });
    expect([contact.status, contact.body.code]).toEqual([422, 'DRAFT.KIND']);
  });

  test('lets nothing of an envelope, and no name, out into logs or events, whether it is kept, refused or breaks something', async () => {
    const { enquiryId, childId, requestId, kid } = await ask.anIssuedRequest();
    const envelopes = [{ envelopeId: newId(), personId: childId, sealed: canary(kid) }];
    const toSend = ask.aRequest([childId], {
      envelopes: [{ envelopeId: newId(), personId: childId, sealed: canary('k') }],
    });
    expect((await ask.send(enquiryId, ask.aSend(toSend))).status).toBe(202);
    await ask.send(enquiryId, { ...ask.aSend(toSend), Canarywren: 'Canarywren' } as never);
    await ask.send(enquiryId, ask.aSend({ ...toSend, requestId: newId() }));
    await ask.answer(
      requestId,
      ask.anAnswer(newId(), [childId], { envelopes: [{ ...envelopes[0], sealed: canary('k') }] as never }),
    );
    expect((await ask.answer(requestId, ask.anAnswer(kid, [childId], { envelopes }))).status).toBe(202);
    const events = await requests.query('SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive');
    expect(events.length).toBeGreaterThan(5);
    expect(lines.length).toBeGreaterThan(0);
    for (const text of [JSON.stringify(events), lines.join('')])
      expect(text).not.toMatch(new RegExp(`${CANARY}|canary`, 'i'));
  });
});
