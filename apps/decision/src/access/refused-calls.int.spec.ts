import type { PersonActor } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { DecisionService } from '../../testing/decision-service';
import { sealedDecision, sealedNote } from '../../testing/sealed';
import { Story } from '../../testing/story';

const TUESDAY = '2026-11-24T10:00:00.000Z';
const NO_ENVELOPE = { kid: newId(), envelope: 'aaaaaaaaaa.bbbbbb.cccccc.dddddd.eeeeee' };

interface Call {
  readonly path: string;
  readonly body: object;
}
const rating = async (
  story: Story,
  changes: Record<string, unknown> = {},
  path = story.path('/ratings'),
): Promise<Call> => ({
  path,
  body: await story.rating(changes),
});

type Case = readonly [
  what: string,
  as: PersonActor,
  /** `logged`: what the log says where the answer may not, that there is something. */
  expected: readonly [status: number, code: string, action: string, logged?: string],
  call: (stories: { story: Story; other: Story }) => Promise<Call>,
];

const CASES: readonly Case[] = [
  [
    'a rating whose reasons are no envelope',
    people.manager,
    [422, 'SEAL.MALFORMED', 'enquiry.rate'],
    ({ story }) => rating(story, { sealed: NO_ENVELOPE }),
  ],
  [
    'a rating whose reasons were sealed for another enquiry',
    people.manager,
    [422, 'SEAL.HEADER_MISMATCH', 'enquiry.rate'],
    async ({ story, other }) => rating(story, { sealed: await sealedNote(other, people.manager.id) }),
  ],
  [
    'a rating whose reasons another person sealed',
    people.manager,
    [422, 'SEAL.HEADER_MISMATCH', 'enquiry.rate'],
    async ({ story }) => rating(story, { sealed: await sealedNote(story, people.analyst.id) }),
  ],
  [
    'a rating whose reasons are the rationale of a decision',
    people.manager,
    [422, 'SEAL.HEADER_MISMATCH', 'enquiry.rate'],
    async ({ story }) => rating(story, { sealed: await sealedDecision(story) }),
  ],
  [
    'a rating in a colour nobody knows',
    people.manager,
    [400, 'REQUEST.INVALID', 'enquiry.rate'],
    ({ story }) => rating(story, { colour: 'mauve' }),
  ],
  [
    'a rating by an analyst who may not',
    people.analyst,
    [403, 'ENQUIRY.RATE_NOT_ALLOWED', 'enquiry.rate'],
    ({ story }) => rating(story),
  ],
  [
    'a rating of an enquiry nobody knows',
    people.manager,
    [404, 'ENQUIRY.NOT_FOUND', 'enquiry.rate'],
    ({ story }) => rating(story, {}, `/enquiries/${newId()}/ratings`),
  ],
  [
    'a glass broken with no envelope for its reason',
    people.emergencyDuty,
    [422, 'SEAL.MALFORMED', 'enquiry.break-glass'],
    () =>
      Promise.resolve({
        path: '/break-glass',
        body: { glassId: newId(), reference: 'E-2222222', reason: 'immediate_danger', sealedReason: NO_ENVELOPE },
      }),
  ],
];

describe('Bad input to decision', () => {
  let hub: DecisionService;
  beforeAll(async () => {
    hub = await DecisionService.start(TUESDAY);
  }, 60_000);
  afterAll(() => hub.stop());

  const anEnquiry = async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await story.rosterChanged({ confirmed: true });
    await eventually(async () =>
      expect((await hub.get(people.manager, story.path())).body).toMatchObject({ rosterVersion: 1 }),
    );
    return story;
  };
  const entriesOf = async ({ id }: PersonActor) => {
    const rows = await hub.db.query<{ action: string; code: string }[]>(
      `SELECT envelope -> 'data' ->> 'action' AS action, envelope -> 'data' ->> 'reasonCode' AS code
         FROM (SELECT seq, envelope FROM outbox UNION SELECT seq, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'outcome' = 'refused' AND envelope -> 'data' -> 'actor' ->> 'id' = $1 ORDER BY seq`,
      [id],
    );
    return rows.map(({ action, code }) => ({ action, code }));
  };

  test.each(CASES)(
    '%s is refused by a code and leaves one entry',
    async (_what, as, [status, code, action, logged = code], make) => {
      const stories = { story: await anEnquiry(), other: await anEnquiry() };
      const before = await entriesOf(as);
      const { path, body } = await make(stories);
      const answer = await hub.post(as, path, body);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
      expect((await entriesOf(as)).slice(before.length)).toEqual([{ action, code: logged }]);
    },
  );
});
