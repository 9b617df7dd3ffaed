import { ReviewReachedLevelV1 } from '@mash/contracts';
import { MovableClock, people } from '@mash/testing';
import { establish } from '../../../testing/a-partnership';
import { aHeldItem } from '../../../testing/held-item';
import { nameReleasers } from '../../../testing/named-releasers';
import { startSharing, type Sharing } from '../../../testing/start-sharing';
import { LadderClimber } from './ladder-climber';

const MORNING = '2026-11-24T10:00:00.000Z';
const NIGHT = '2026-11-25T02:00:00.000Z';

describe('A REVIEW that nobody answers', () => {
  const clock = new MovableClock(MORNING);
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing({ clock });
    await establish(sharing);
    await nameReleasers(sharing, MORNING);
  });
  afterAll(() => sharing.close());
  beforeEach(() => clock.set(MORNING));

  const climb = () => sharing.app.get(LadderClimber).climbAll();
  const told = (reviewId: string) =>
    sharing.query<{ level: string; route: string; told: string[]; at: string }>(
      `SELECT envelope -> 'data' ->> 'level' AS level, envelope -> 'data' ->> 'route' AS route, envelope -> 'data' -> 'toldAccounts' AS told,
          envelope -> 'data' ->> 'reachedAt' AS at
         FROM (SELECT id, type, envelope FROM outbox UNION SELECT id, type, envelope FROM outbox_archive) AS put_down
        WHERE type = $1 AND envelope -> 'data' ->> 'reviewId' = $2 ORDER BY envelope -> 'data' ->> 'reachedAt'`,
      [ReviewReachedLevelV1.type, reviewId],
    );
  const after = (minutes: number, from = MORNING) => new Date(Date.parse(from) + minutes * 60_000);
  const levels = async (reviewId: string) => (await told(reviewId)).map(({ level }) => level);

  test('tells the next people at each rung, once, however often and by however many it is looked at', async () => {
    const { reviewId } = await aHeldItem(sharing);
    await climb();
    expect(await told(reviewId)).toMatchObject([{ level: 'releaser', route: 'desk', told: [people.policeLiaison.id] }]);
    clock.set(after(8));
    await Promise.all([climb(), climb(), climb()]);
    expect(await levels(reviewId)).toEqual(['releaser', 'deputy']);
    clock.set(after(30));
    await Promise.all([climb(), climb()]);
    const all = await told(reviewId);
    expect(all.map(({ level }) => level)).toEqual(['releaser', 'deputy', 'senior', 'hub_and_ig']);
    expect(all.map(({ at }) => at)).toEqual([0, 7.5, 15, 30].map((minutes) => after(minutes).toISOString()));
    expect(new Set(all[3]?.told)).toEqual(
      new Set(
        [
          people.policeLiaison,
          people.policeDeputy,
          people.policeSenior,
          people.manager,
          people.deputyManager,
          people.igOfficer,
        ].map(({ id }) => id),
      ),
    );
  });

  test('is not told of again by a service that starts afresh, and is caught up with by one that was down', async () => {
    const { reviewId } = await aHeldItem(sharing);
    await climb();
    clock.set(after(600));
    await climb();
    expect(await levels(reviewId)).toEqual(['releaser', 'deputy', 'senior', 'hub_and_ig']);
    await climb();
    expect(await told(reviewId)).toHaveLength(4);
  });

  test('at night is on the duty route, on the same fifteen minutes', async () => {
    clock.set(NIGHT);
    const { reviewId } = await aHeldItem(sharing);
    await climb();
    clock.set(after(15, NIGHT));
    await climb();
    expect(await told(reviewId)).toMatchObject([
      { route: 'duty' },
      { route: 'duty' },
      { level: 'senior', route: 'duty' },
    ]);
  });

  test('stops climbing once it is answered, and nothing releases it by time', async () => {
    const { reviewId, answer, look } = await aHeldItem(sharing);
    clock.set(after(10_000));
    await climb();
    expect((await look()).items).toMatchObject([{ visibility: 'withheld', outcome: 'REVIEW', reviewId }]);
    const before = (await told(reviewId)).length;
    const other = await aHeldItem(sharing);
    expect((await other.answer(people.policeLiaison, 'refuse')).status).toBe(204);
    clock.set(after(20_000));
    await climb();
    expect(await told(other.reviewId)).toEqual([]);
    expect((await answer(people.policeDeputy)).status).toBe(204);
    expect(await told(reviewId)).toHaveLength(before);
  });

  test('puts nothing in its event but ids, codes and times', async () => {
    const { reviewId, enquiry } = await aHeldItem(sharing);
    await climb();
    const [event] = await sharing.query<{ data: object }>(
      `SELECT envelope -> 'data' AS data FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'reviewId' = $1`,
      [reviewId],
    );
    expect(Object.keys(event?.data ?? {}).sort()).toEqual([
      'enquiryId',
      'level',
      'reachedAt',
      'reviewId',
      'route',
      'toldAccounts',
    ]);
    expect(JSON.stringify(event)).not.toMatch(/police-|CONDITION|riverside/);
    expect(enquiry.enquiryId).toBeTruthy();
  });

  test('keeps nobody from a strategy discussion: who takes part sees the rest meanwhile, as joint representatives', async () => {
    const { reviewId, enquiry } = await aHeldItem(sharing);
    const { row } = await enquiry.answer([{ text: 'Two call-outs this month.' }]);
    const look = async () => {
      return enquiry.release([row], {}, people.socialCareLiaison);
    };
    expect((await look()).status).toBe(404);
    sharing.others.access.set(people.socialCareLiaison.id, { access: 'ordinary', audience: 'rep_joint' });
    expect((await look()).body).toMatchObject({ items: [{ visibility: 'shown' }] });
    const [review] = await sharing.query<{ state: string }>('SELECT state FROM review WHERE review_id = $1', [
      reviewId,
    ]);
    expect(review?.state).toBe('open');
    sharing.others.access.delete(people.socialCareLiaison.id);
    expect((await look()).status).toBe(404);
  });
});
