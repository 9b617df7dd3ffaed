import { newId } from '@mash/contracts';
import { people } from '@mash/testing';
import type { PersonActor } from '@mash/authorisation';
import { askingWith, type AskingSteps } from '../../testing/asking';
import { startRequests, type Requests } from '../../testing/start-requests';

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string };
}
type Case = readonly [
  what: string,
  as: PersonActor,
  /** `logged`: what the log says where the answer may not, that there is something. */
  expected: readonly [status: number, code: string, action: string, logged?: string],
  call: (ask: AskingSteps) => Promise<Answer>,
];

const CASES: readonly Case[] = [
  [
    'an answer sealed to another key',
    people.educationLiaison,
    [422, 'REQUESTS.ANSWER_INVALID', 'answer.give'],
    async (ask) => {
      const { requestId, childId } = await ask.anIssuedRequest();
      return ask.answer(requestId, ask.anAnswer(newId(), [childId]));
    },
  ],
  [
    'an answer that is none',
    people.educationLiaison,
    [400, 'REQUEST.INVALID', 'answer.give'],
    async (ask) => {
      const { requestId, kid, childId } = await ask.anIssuedRequest();
      return ask.answer(requestId, ask.anAnswer(kid, [childId], { complete: 'nearly' as never }));
    },
  ],
  [
    'an answer to a request nobody knows',
    people.educationLiaison,
    [404, 'AGENCY_REQUEST.NOT_FOUND', 'answer.give', 'NOT_FOUND_OR_NOT_ALLOWED'],
    (ask) => ask.answer(newId(), ask.anAnswer(newId(), [newId()])),
  ],
  [
    'asking a party nobody knows',
    people.manager,
    [422, 'REQUESTS.INVALID', 'request.send'],
    async (ask) => {
      const { enquiryId, childId } = await ask.aRatedEnquiry();
      return ask.send(enquiryId, ask.aSend(ask.aRequest([childId], { agencyId: 'no-such-agency' })));
    },
  ],
  [
    'asking about somebody nobody knows',
    people.manager,
    [422, 'REQUESTS.INVALID', 'request.send'],
    async (ask) => {
      const { enquiryId } = await ask.aRatedEnquiry();
      return ask.send(enquiryId, ask.aSend(ask.aRequest([newId()])));
    },
  ],
  [
    'asking in an enquiry nobody knows',
    people.manager,
    [404, 'ENQUIRY.NOT_FOUND', 'request.send', 'NOT_FOUND_OR_NOT_ALLOWED'],
    (ask) => ask.send(newId(), ask.aSend(ask.aRequest([newId()]))),
  ],
  [
    'asking for a purpose nobody knows',
    people.manager,
    [400, 'REQUEST.INVALID', 'request.send'],
    async (ask) => {
      const { enquiryId, childId } = await ask.aRatedEnquiry();
      return ask.send(enquiryId, { ...ask.aSend(ask.aRequest([childId])), purpose: 'NEWS' as never });
    },
  ],
];

describe('Bad input to agency-requests', () => {
  let requests: Requests;
  let ask: AskingSteps;
  beforeAll(async () => {
    requests = await startRequests();
    ask = askingWith(requests);
  });
  afterAll(() => requests.close());

  const entriesOf = async ({ id }: PersonActor) => {
    const rows = await requests.query<{ action: string; code: string }>(
      `SELECT envelope -> 'data' ->> 'action' AS action, envelope -> 'data' ->> 'reasonCode' AS code
         FROM (SELECT seq, envelope FROM outbox UNION SELECT seq, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'outcome' = 'refused' AND envelope -> 'data' -> 'actor' ->> 'id' = $1 ORDER BY seq`,
      [id],
    );
    return rows.map(({ action, code }) => ({ action, code }));
  };

  test.each(CASES)(
    '%s is refused by a code and leaves one entry',
    async (_what, as, [status, code, action, logged = code], call) => {
      const before = await entriesOf(as);
      const answer = await call(ask);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect((await entriesOf(as)).slice(before.length)).toEqual([{ action, code: logged }]);
    },
  );
});
