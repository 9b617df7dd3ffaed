import { DEMO_AGENCIES, type Obligations, type Review } from '@mash/contracts';
import { people } from '@mash/testing';
import { forEachTest } from '../../testing/for-each-test';
import { aHeldItem } from '../../testing/held-item';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

interface Waiting {
  readonly reviews: readonly Review[];
  readonly watched: readonly Review[];
}

/** More than one page of any list would show. */
const MANY = 600;

describe('What waits for somebody while very much waits for others', () => {
  let sharing: Sharing;
  forEachTest((its) => ({ sharing } = its));

  const mine = async <Body>(path: string, as = people.policeLiaison) =>
    (await sharing.as(as)('get', path)).body as Body;

  test('a REVIEW is listed and counted, however many of other agencies were due before it', async () => {
    const { reviewId } = await aHeldItem(sharing);
    await sharing.query(
      `INSERT INTO review (review_id, sharing_decision_id, partnership_id, enquiry_id, rule, releaser, releaser_agency_id, raised_at, deputy_at, due_at, double_at, pack_id, pack_version, state)
        SELECT gen_random_uuid(), sharing_decision_id, partnership_id, enquiry_id, rule, releaser, $2, raised_at - interval '1 day', deputy_at - interval '1 day',
               due_at - interval '1 day', double_at - interval '1 day', pack_id, pack_version, state FROM review, generate_series(1, $3::int) WHERE review_id = $1`,
      [reviewId, DEMO_AGENCIES.health, MANY],
    );
    const { reviews } = await mine<Waiting>('/reviews');
    expect(reviews.map((one) => one.reviewId)).toEqual([reviewId]);
    expect(await mine('/reviews/waiting')).toMatchObject({ waiting: 1 });
    const { watched } = await mine<Waiting>('/reviews', people.manager);
    expect(watched).toHaveLength(MANY + 1);
    expect(watched.at(-1)?.reviewId).toBe(reviewId);
  });

  test('a task is listed, however many of others were due before it', async () => {
    const { enquiry } = await aHeldItem(sharing);
    const add = `INSERT INTO obligation (obligation_id, partnership_id, enquiry_id, code, owner, agency_id, person_id, due_at)
      SELECT gen_random_uuid(), partnership_id, enquiry_id, $2, $3, $4, gen_random_uuid(), $5::timestamptz FROM enquiry, generate_series(1, $6::int) WHERE enquiry_id = $1`;
    const late = ['CONFIRM_NOW', 'holder', DEMO_AGENCIES.health, '2020-01-01T00:00:00Z', MANY];
    await sharing.query(add, [enquiry.enquiryId, ...late]);
    await sharing.query(add, [
      enquiry.enquiryId,
      'CONFIRM_NOW',
      'holder',
      DEMO_AGENCIES.police,
      '2040-01-01T00:00:00Z',
      1,
    ]);
    const { obligations } = await mine<Obligations>('/obligations');
    expect(obligations.filter(({ code }) => code === 'CONFIRM_NOW')).toHaveLength(1);
  });
});
