import { DEMO_AGENCIES } from '@mash/contracts';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import type { productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

describe('What a holder says unasked of an item of which they are asked already', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let police: AHolder;
  let itemId: string;

  forEachTest((its) => ({ sharing, enquiry, products } = its));
  beforeEach(async () => {
    police = new AHolder(sharing, enquiry);
    const answer = await enquiry.accepted({ text: 'He was seen alone.', facts: { flags: ['hub_only'] } });
    [itemId = ''] = answer.itemIds;
    expect(await products.make({ itemIds: [itemId] })).toMatchObject({ leftOut: [{ code: 'NOT_RELEASED' }] });
  });

  const states = async (
    says: 'released_as_it_stands' | 'refused',
    to: { audience: string; agencyId: string } = SOCIAL_CARE,
  ) => expect((await police.states(itemId, { facts: { says, to } })).status).toBe(204);
  const reviews = async () => [...new Set(await reviewsOfItem())];
  const reviewsOfItem = async () =>
    (
      await sharing.query<{ state: string }>(
        `SELECT r.state FROM review r JOIN sharing_decision d USING (sharing_decision_id) WHERE d.about_id = $1`,
        [itemId],
      )
    ).map(({ state }) => state);
  const decided = async () =>
    (
      await sharing.query<{ outcome: string }>(
        'SELECT outcome FROM sharing_decision WHERE about_id = $1 ORDER BY decided_at',
        [itemId],
      )
    ).map(({ outcome }) => outcome);

  test.each([
    ['it may go', 'released_as_it_stands', 'PERMIT'],
    ['it may not', 'refused', 'DENY'],
  ] as const)('answers it: %s, and nobody is asked any more', async (_words, says, outcome) => {
    expect(await reviews()).toEqual(['open']);
    await states(says);
    expect(await reviews()).toEqual(['superseded']);
    expect(await decided()).toEqual(['REVIEW', outcome]);
  });

  test('leaves it as it is where it is of another recipient', async () => {
    await states('released_as_it_stands', { audience: 'team_eh', agencyId: DEMO_AGENCIES.earlyHelp });
    expect(await reviews()).toEqual(['open']);
    expect(await decided()).toEqual(['REVIEW']);
  });
});
