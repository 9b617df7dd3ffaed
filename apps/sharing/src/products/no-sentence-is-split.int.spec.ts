import { DEMO_AGENCIES, type OutwardProductMade } from '@mash/contracts';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import type { productsWith } from '../../testing/a-product';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

const KEPT: AnItem = {
  text: 'A caller says that he keeps a knife under the stairs in the house.',
  facts: { flags: ['hub_only'] },
};
const PARK: AnItem = { text: 'He was seen alone in the park in May.', facts: { flags: ['hub_only'] } };
const [BEGINS, ENDS] = ['A caller says that he keeps', 'a knife under the stairs, so be careful.'];
const HARMLESS = 'The child is at school, and well. Please help the family with mornings as soon as you can.';
const refused = { status: 422, body: { code: 'SHARING.REPEATS_UNRELEASED' } };

describe('A sentence that is not released', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let police: AHolder;
  let itemId: string;

  forEachTest((its) => ({ sharing, enquiry, products } = its));
  beforeEach(async () => {
    police = new AHolder(sharing, enquiry);
    const theirs = await enquiry.answer([KEPT], DEMO_AGENCIES.health);
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(theirs));
    [itemId = ''] = (await enquiry.accepted(PARK)).itemIds;
  });

  const goes = async (changes: object) => expect(await products.post(changes)).toMatchObject({ status: 200 });
  const named = (displayName: string) => ({ people: [{ personId: enquiry.personId, displayName }] });
  /** The police let their item go under this condition. */
  const released = async (condition: string) => {
    const reviewId = (await products.make({ itemIds: [itemId], words: HARMLESS })).leftOut[0]?.reviewId ?? '';
    const answer = await police.answers(reviewId, {
      ...{ answer: 'release_with_conditions', itemId, reason: { condition } },
      says: { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } },
    });
    expect(answer.status).toBe(204);
  };

  test('is not split over two products with another between them', async () => {
    for (const words of [BEGINS, HARMLESS]) await goes({ words });
    expect(await products.post({ words: ENDS, people: [] })).toMatchObject(refused);
    expect(await products.post({ words: HARMLESS })).toMatchObject({ status: 200 });
  });

  test('is not sent in two products from its end', async () => {
    await goes({ words: ENDS });
    expect(await products.post({ words: BEGINS, people: [] })).toMatchObject(refused);
  });

  test('is not begun in the name of somebody', async () => {
    await goes({ words: HARMLESS, ...named(BEGINS) });
    expect(await products.post({ words: ENDS })).toMatchObject(refused);
  });

  test('is not begun in a name and ended in the words of the same product', async () => {
    expect(await products.post({ words: ENDS, ...named(BEGINS) })).toMatchObject(refused);
  });

  test('is not begun in the condition of an item that went before', async () => {
    await released(BEGINS);
    await goes({ words: HARMLESS, itemIds: [itemId] });
    expect(await products.post({ words: ENDS })).toMatchObject(refused);
  });

  test('is not ended in the condition of an item that goes after', async () => {
    await released(ENDS);
    await goes({ words: BEGINS, people: [] });
    expect(await products.post({ words: HARMLESS, itemIds: [itemId] })).toMatchObject(refused);
    expect((await products.post({ words: HARMLESS })).body as OutwardProductMade).toMatchObject({ state: 'made' });
  });

  test('may stand in two halves with two bodies', async () => {
    await goes({ words: BEGINS });
    await goes({ words: ENDS, audience: 'team_other', toAgencyId: DEMO_AGENCIES.school });
  });
});
