import { RequestOverdueV1 } from '@mash/contracts';
import { people } from '@mash/testing';
import { askingWith } from '../../../testing/asking';
import type { AskingSteps } from '../../../testing/asking';
import { startRequests, TUESDAY } from '../../../testing/start-requests';
import type { Requests } from '../../../testing/start-requests';
import { NoticeOverdueHandler } from './notice-overdue.handler';

describe('Silence', () => {
  let requests: Requests;
  let ask: AskingSteps;
  beforeAll(async () => {
    requests = await startRequests();
    ask = askingWith(requests);
  });
  afterAll(() => requests.close());
  beforeEach(() => requests.clock.set(TUESDAY));

  const look = () => requests.app.get(NoticeOverdueHandler).execute();
  const overdue = (enquiryId: string) => requests.events(RequestOverdueV1, enquiryId);
  const chasersOf = async (requestId: string) =>
    (await requests.as(people.educationLiaison)('get', `/requests/${requestId}`)).body.chasers as { by: string }[];

  test('is noticed once by watchers that look side by side, announced, and chased', async () => {
    const { enquiryId, requestId } = await ask.anIssuedRequest();
    expect(await look()).toBe(0);
    requests.clock.set('2026-11-24T16:00:01.000Z');
    const noticed = await Promise.all([look(), look(), look()]);
    expect(noticed.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await look()).toBe(0);
    expect((await overdue(enquiryId)).map(({ data }) => data)).toMatchObject([
      { requestId, dueAt: '2026-11-24T16:00:00.000Z' },
    ]);
    expect((await chasersOf(requestId)).map(({ by }) => by)).toEqual(['agency-requests']);
    expect((await ask.worklist()).find((one) => one.requestId === requestId)).toMatchObject({ late: true });
  });

  test('is not what an agency that has answered is told of', async () => {
    const { enquiryId, requestId, kid, childId } = await ask.anIssuedRequest();
    await ask.answer(requestId, ask.anAnswer(kid, [childId]));
    requests.clock.set('2026-11-26T16:00:00.000Z');
    await look();
    expect(await overdue(enquiryId)).toEqual([]);
  });

  test('can be chased by the hub, and by nobody else; nobody is chased who owes nothing', async () => {
    const { requestId, kid, childId } = await ask.anIssuedRequest();
    const chase = (as: typeof people.manager) => requests.as(as)('post', `/requests/${requestId}/chase`);
    for (const as of [people.policeLiaison, people.educationLiaison, people.otherAnalyst])
      expect((await chase(as)).status).toBe(404);
    expect((await chase(people.manager)).status).toBe(204);
    // Pressed again for a slow page it is the same chaser; a minute later it is another, and so is a colleague's.
    await Promise.all(Array.from({ length: 5 }, () => chase(people.manager)));
    expect((await chasersOf(requestId)).map(({ by }) => by)).toEqual([people.manager.id]);
    expect((await chase(people.analyst)).status).toBe(204);
    requests.clock.set(new Date(requests.clock.now().getTime() + 61_000).toISOString());
    expect((await chase(people.manager)).status).toBe(204);
    const by = (await chasersOf(requestId)).map((one) => one.by);
    expect(by).toEqual([people.manager.id, people.analyst.id, people.manager.id]);
    await ask.answer(requestId, ask.anAnswer(kid, [childId]));
    const needless = await chase(people.manager);
    expect([needless.status, needless.body.code]).toEqual([409, 'REQUESTS.NOTHING_OWED']);
  });
});
