import { newId, RequestProposedV1, type LineFacts } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { askingWith } from '../../../testing/asking';
import type { AskingSteps } from '../../../testing/asking';
import { startRequests } from '../../../testing/start-requests';
import type { Requests } from '../../../testing/start-requests';

describe('Sending requests', () => {
  let requests: Requests;
  let ask: AskingSteps;
  beforeAll(async () => {
    requests = await startRequests();
    ask = askingWith(requests);
  });
  afterAll(() => requests.close());

  const codesOf = (body: { errors?: { code: string }[] }) => (body.errors ?? []).map(({ code }) => code).sort();

  test('proposes each line for its own decision, naming the versions it rests on, and asks nobody yet', async () => {
    const { enquiryId, childId, motherId } = await ask.aRatedEnquiry();
    const toSend = ask.aRequest([childId, motherId]);
    const sent = await ask.send(enquiryId, ask.aSend(toSend), people.analyst);
    expect(sent.status).toBe(202);
    expect(sent.body.requests).toMatchObject([{ requestId: toSend.requestId, state: 'proposed', purpose: 'S17' }]);
    const proposed = await requests.events(RequestProposedV1, enquiryId);
    expect(proposed.map(({ data }) => data['lineId']).sort()).toEqual(toSend.lines.map(({ lineId }) => lineId).sort());
    expect(proposed[0]?.data).toMatchObject({ ratingVersion: 1, rosterVersion: 1, thresholdVersion: 1 });
    expect(await ask.worklist()).toEqual([]);
  });

  test('keeps and announces which worry makes somebody necessary; what nobody said is unclear', async () => {
    const { enquiryId, childId, motherId } = await ask.aRatedEnquiry();
    const toSend = ask.aRequest([childId, motherId]);
    const [aboutChild, aboutMother] = toSend.lines;
    const { need: _unsaid, ...unsaid } = aboutChild!;
    const lines = [unsaid, { ...aboutMother!, worry: 'neglect' }];
    expect((await ask.send(enquiryId, ask.aSend({ ...toSend, lines }))).status).toBe(202);
    const proposed = (await requests.events(RequestProposedV1, enquiryId)).map(({ data }) => data);
    const kept = await requests.query<object>(
      'SELECT need, worry FROM request_line WHERE request_id = $1 ORDER BY worry NULLS FIRST',
      [toSend.requestId],
    );
    expect(kept).toEqual([
      { need: 'unclear', worry: null },
      { need: 'yes', worry: 'neglect' },
    ]);
    expect(proposed.find(({ personId }) => personId === childId)).toMatchObject({ need: 'unclear' });
    expect(proposed.find(({ personId }) => personId === motherId)).toMatchObject({ need: 'yes', worry: 'neglect' });
    const { body } = await requests.asSystem(['facts:read'])('get', `/facts/lines/${aboutMother!.lineId}`);
    expect(body).toMatchObject({ need: 'yes', worry: 'neglect' });
    const wrong = [{ ...aboutMother!, lineId: newId(), worry: 'the-weather' }];
    const refused = await ask.send(enquiryId, ask.aSend({ ...ask.aRequest([motherId]), lines: wrong }));
    expect([refused.status, codesOf(refused.body)]).toEqual([422, ['unknown_worry']]);
  });

  test('says which task the text states, or that it states none; what was sent before anybody was asked is told as such', async () => {
    const { enquiryId, childId } = await ask.aRatedEnquiry();
    const [stating, silent, before] = [{ task: 'ca89_s17' as const }, {}, {}].map((its) =>
      ask.aRequest([childId], its),
    );
    await ask.send(enquiryId, ask.aSend(stating!, silent!, before!));
    await requests.query(`UPDATE request SET task = 'unasked' WHERE request_id = $1`, [before!.requestId]);
    const told = async ({ lines }: NonNullable<typeof before>) => {
      const { body } = await requests.asSystem(['facts:read'])('get', `/facts/lines/${lines[0]?.lineId ?? ''}`);
      const { task, unasked } = body as LineFacts;
      return { task, unasked };
    };
    expect(await told(stating!)).toEqual({ task: 'ca89_s17', unasked: undefined });
    expect(await told(silent!)).toEqual({ task: undefined, unasked: undefined });
    expect(await told(before!)).toEqual({ task: undefined, unasked: true });
  });

  test('asks nothing before the enquiry is rated', async () => {
    const { enquiryId, childId } = await ask.anOpenEnquiry();
    const early = await ask.send(enquiryId, ask.aSend(ask.aRequest([childId])));
    expect([early.status, early.body.code]).toEqual([409, 'REQUESTS.NOT_RATED']);
  });

  test('refuses a plan that was drawn on an older rating', async () => {
    const { enquiryId, childId } = await ask.aRatedEnquiry();
    const again = await ask.rate(enquiryId, 2);
    await eventually(async () => expect(await requests.hasHeard(again)).toBe(true));
    const stale = await ask.send(enquiryId, ask.aSend(ask.aRequest([childId])));
    expect([stale.status, stale.body.code]).toEqual([409, 'REQUESTS.PLAN_CHANGED']);
    expect(await requests.events(RequestProposedV1, enquiryId)).toEqual([]);
  });

  test('refuses an agency that nobody registered, a stranger to the roster, and a line without its envelope', async () => {
    const { enquiryId, childId, motherId } = await ask.aRatedEnquiry();
    const unknown = await ask.send(enquiryId, ask.aSend(ask.aRequest([childId], { agencyId: 'no-such-agency' })));
    expect([unknown.status, codesOf(unknown.body)]).toEqual([422, ['unknown_agency']]);
    const stranger = await ask.send(enquiryId, ask.aSend(ask.aRequest([newId()])));
    expect([stranger.status, codesOf(stranger.body)]).toEqual([422, ['not_on_roster']]);
    const { envelopes } = ask.aRequest([childId]);
    const bare = await ask.send(enquiryId, ask.aSend(ask.aRequest([childId, motherId], { envelopes })));
    expect([bare.status, codesOf(bare.body)]).toEqual([422, ['no_envelope']]);
  });

  test('refuses what it could only keep in part: a person sealed twice, a person nobody asks about, a request id twice', async () => {
    const { enquiryId, childId, motherId } = await ask.aRatedEnquiry();
    const one = ask.aRequest([childId]);
    const twice = [...one.envelopes, ...ask.aRequest([childId]).envelopes];
    const sealedTwice = await ask.send(enquiryId, ask.aSend({ ...one, envelopes: twice }));
    expect([sealedTwice.status, codesOf(sealedTwice.body)]).toEqual([422, ['sealed_twice']]);
    const { envelopes } = ask.aRequest([childId, motherId]);
    const unasked = await ask.send(enquiryId, ask.aSend({ ...one, envelopes }));
    expect([unasked.status, codesOf(unasked.body)]).toEqual([422, ['nothing_asked']]);
    const sameId = await ask.send(enquiryId, ask.aSend(one, ask.aRequest([motherId], { requestId: one.requestId })));
    expect([sameId.status, codesOf(sameId.body)]).toEqual([422, ['request_twice']]);
    expect(await requests.events(RequestProposedV1, enquiryId)).toEqual([]);
  });

  test('a repeat of the same ids changes nothing and answers the same', async () => {
    const { enquiryId, childId } = await ask.aRatedEnquiry();
    const command = ask.aSend(ask.aRequest([childId]));
    const [first, second] = [await ask.send(enquiryId, command), await ask.send(enquiryId, command)];
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect(await requests.events(RequestProposedV1, enquiryId)).toHaveLength(1);
  });

  test('of eight sends at once, one takes effect and all are told the same', async () => {
    const { enquiryId, childId } = await ask.aRatedEnquiry();
    const command = ask.aSend(ask.aRequest([childId]));
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask.send(enquiryId, command)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 202));
    expect(await requests.events(RequestProposedV1, enquiryId)).toHaveLength(1);
    const audited = await requests.query(
      `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS entry
        WHERE envelope -> 'data' ->> 'action' = 'request.send' AND envelope::text LIKE '%' || $1 || '%'`,
      [command.requests[0]?.requestId],
    );
    expect(audited).toHaveLength(1);
  });

  test("an id that is another enquiry's is refused, whichever id it is", async () => {
    const [one, other] = [await ask.aRatedEnquiry(), await ask.aRatedEnquiry()];
    const sent = ask.aRequest([one.childId]);
    await ask.send(one.enquiryId, ask.aSend(sent));
    const same = ask.aRequest([other.childId]);
    const [line, envelope] = [sent.lines[0], sent.envelopes[0]];
    for (const taken of [
      { ...same, requestId: sent.requestId },
      { ...same, lines: same.lines.map((own) => ({ ...own, lineId: line?.lineId ?? '' })) },
      { ...same, envelopes: same.envelopes.map((own) => ({ ...own, envelopeId: envelope?.envelopeId ?? '' })) },
    ]) {
      const refused = await ask.send(other.enquiryId, ask.aSend(taken));
      expect([refused.status, refused.body.code]).toEqual([409, 'REQUESTS.ID_TAKEN']);
    }
    expect(await requests.events(RequestProposedV1, other.enquiryId)).toEqual([]);
  });

  test('is for the hub of this partnership alone', async () => {
    const { enquiryId, childId } = await ask.aRatedEnquiry();
    for (const as of [people.teacher, people.educationLiaison, people.igOfficer, people.otherAnalyst]) {
      expect((await ask.send(enquiryId, ask.aSend(ask.aRequest([childId])), as)).status).toBe(404);
    }
  });
});
