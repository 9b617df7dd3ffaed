import { DEMO_PARTNERSHIP, RequestDetail, type KeyLease } from '@mash/contracts';
import { people } from '@mash/testing';
import { askingWith, type AskingSteps } from '../../../testing/asking';
import { startRequests, TUESDAY, type Requests } from '../../../testing/start-requests';

const DAY = 86_400_000;
const after = (days: number): string => new Date(Date.parse(TUESDAY) + days * DAY).toISOString();

/** This service believes no key and needs none: it hands on what `sharing` signed. Who seals verifies (the console's and the agent's specs). */
describe('The key that a request is answered to', () => {
  let requests: Requests;
  let ask: AskingSteps;
  beforeAll(async () => {
    requests = await startRequests();
    ask = askingWith(requests);
  });
  afterAll(() => requests.close());
  beforeEach(() => requests.clock.set(TUESDAY));

  const leaseOf = ({ enquiryId, kid }: { enquiryId: string; kid: string }, its: Partial<KeyLease> = {}): KeyLease => ({
    ...{ kid, publicKey: { kty: 'OKP', crv: 'X25519', kid, x: 'a-public-key' }, partnershipId: DEMO_PARTNERSHIP },
    ...{ use: 'enquiry', expiresAt: after(14), enquiryId, signature: 'signed-by-sharing', ...its },
  });
  const sharingSays = (enquiryId: string, answer: unknown, status = 200) =>
    requests.sharing.says(`/enquiries/${enquiryId}/key`, answer, status);
  const seen = async (requestId: string) => {
    const { status, body } = await requests.as(people.educationLiaison)('get', `/requests/${requestId}`);
    expect(status).toBe(200);
    return RequestDetail.parse(body).answerKey;
  };
  const keptOf = async (requestId: string) => {
    const select = 'SELECT answer_lease AS lease FROM request WHERE request_id = $1';
    return (await requests.query<{ lease: KeyLease | null }>(select, [requestId]))[0]?.lease;
  };
  const minutesOn = (minutes: number) => requests.clock.set(new Date(Date.parse(TUESDAY) + minutes * 60_000));

  test('is the lease as sharing signed it, asked for again so that it neither ends nor outlives an exchange of the signing key', async () => {
    const request = await ask.anIssuedRequest();
    const anew = leaseOf(request, { signature: 'signed-by-the-next-key' });
    sharingSays(request.enquiryId, anew);
    minutesOn(6);
    expect(await seen(request.requestId)).toEqual(anew);
    expect(await keptOf(request.requestId)).toEqual(anew);
  });

  test('is there while sharing is down: an agency can answer all the same', async () => {
    const request = await ask.anIssuedRequest();
    const kept = await keptOf(request.requestId);
    expect(kept).toMatchObject({ kid: request.kid, signature: 's' });
    sharingSays(request.enquiryId, { code: 'DOWN' }, 503);
    minutesOn(6);
    expect(await seen(request.requestId)).toEqual(kept);
    expect((await ask.answer(request.requestId, ask.anAnswer(request.kid, [request.childId]))).status).toBe(202);
  });

  test('where somebody wrote another into the row: sharing’s own is handed out, and kept again', async () => {
    const request = await ask.anIssuedRequest();
    const [own, theirs] = [
      leaseOf(request),
      leaseOf({ ...request, kid: 'the-key-of-a-thief' }, { signature: 'theirs' }),
    ];
    await requests.query('UPDATE request SET answer_lease = $2 WHERE request_id = $1', [request.requestId, theirs]);
    sharingSays(request.enquiryId, own);
    minutesOn(6);
    expect(await seen(request.requestId)).toEqual(own);
    expect(await keptOf(request.requestId)).toEqual(own);
  });

  test('while sharing is down too, what they wrote carries no signature of sharing’s; an answer to it is refused', async () => {
    const request = await ask.anIssuedRequest();
    const theirs = leaseOf({ ...request, kid: 'the-key-of-a-thief' }, { signature: 'theirs' });
    await requests.query('UPDATE request SET answer_lease = $2 WHERE request_id = $1', [request.requestId, theirs]);
    sharingSays(request.enquiryId, { code: 'DOWN' }, 503);
    minutesOn(6);
    expect(await seen(request.requestId)).toEqual(theirs);
    const { status, body } = await ask.answer(request.requestId, ask.anAnswer(theirs.kid, [request.childId]));
    expect([status, (body as { errors: { code: string }[] }).errors[0]?.code]).toEqual([422, 'wrong_key']);
  });

  test('is not handed out any more once sharing knows of none', async () => {
    const request = await ask.anIssuedRequest();
    sharingSays(request.enquiryId, { code: 'NOT_FOUND' }, 404);
    minutesOn(6);
    expect(await seen(request.requestId)).toBeUndefined();
  });

  test('is asked for where the row is from before leases were kept', async () => {
    const request = await ask.anIssuedRequest();
    await requests.query('UPDATE request SET answer_lease = NULL WHERE request_id = $1', [request.requestId]);
    minutesOn(6);
    expect(await seen(request.requestId)).toMatchObject({ kid: request.kid, signature: 's' });
    expect(await keptOf(request.requestId)).toMatchObject({ kid: request.kid });
  });
});
