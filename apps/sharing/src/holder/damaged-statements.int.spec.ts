import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { letProductsBeRead } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const ORIGINAL = 'A caller says that he keeps a knife under the stairs in the house.';
const WORDS = 'There is reason to think that a weapon is kept in the home.';

describe('A statement of a holder that somebody damaged', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ForATest['products'];
  let reviews: ForATest['reviews'];
  let police: AHolder;
  let itemId: string;
  forEachTest((its) => ({ sharing, enquiry, products, reviews } = its));
  beforeEach(async () => {
    police = new AHolder(sharing, enquiry);
    letProductsBeRead(sharing);
    [itemId = ''] = (await enquiry.accepted({ text: ORIGINAL })).itemIds;
  });

  const make = () => products.make({ itemIds: [itemId] });
  const says = (facts: Parameters<AHolder['states']>[1]['facts'], content = {}) =>
    police.states(itemId, { facts, content });
  const damaged = () =>
    sharing.query(`UPDATE holder_statement SET stated_by = 'somebody' WHERE item_id = $1`, [itemId]);

  test('is unknown, never nothing: a human looks; and the service itself alters none', async () => {
    await says({ says: 'refused', to: SOCIAL_CARE });
    await expect(sharing.queryAsApp('UPDATE holder_statement SET stated_at = now()')).rejects.toThrow(
      'permission denied',
    );
    await expect(sharing.queryAsApp('DELETE FROM holder_statement')).rejects.toThrow('permission denied');
    await damaged();
    expect(await make()).toMatchObject({ included: [], leftOut: [{ code: 'FACT_UNKNOWN' }] });
  });

  test("opens nothing on a manager's yes alone: its holder is asked as well, and what they say again counts", async () => {
    await says({ says: 'refused', to: SOCIAL_CARE });
    await damaged();
    expect((await make()).leftOut).toMatchObject([{ code: 'FACT_UNKNOWN' }]);
    expect(await reviews.answerTheOne('release')).toMatchObject({ status: 204 });
    expect(await make()).toMatchObject({ included: [], leftOut: [{ code: 'NOT_RELEASED' }] });
    const [asked] = await reviews.waiting(people.policeLiaison);
    const no = { facts: { says: 'refused', to: SOCIAL_CARE } as const };
    expect(
      await police.answers(asked?.reviewId ?? '', { answer: 'refuse', ground: 'not_necessary', itemId, says: no }),
    ).toMatchObject({ status: 204 });
    expect((await make()).leftOut).toMatchObject([{ code: 'HOLDER_REFUSED' }]);
    await says({ says: 'released_wording', to: SOCIAL_CARE, hidesSource: false }, { wording: WORDS });
    expect((await make()).leftOut).toMatchObject([{ code: 'FACT_UNKNOWN' }]);
    expect(await reviews.answerTheOne('release')).toMatchObject({ status: 204 });
    expect((await make()).included).toEqual([itemId]);
  });

  test('leaves the words that were given before it as the only ones that anybody reads', async () => {
    await says({ says: 'sanitised' }, { wording: WORDS });
    await says({ says: 'relevance', relevance: 'relevant' });
    await sharing.query(
      `UPDATE holder_statement SET stated_by = 'somebody' WHERE statement_id =
        (SELECT statement_id FROM holder_statement WHERE item_id = $1 ORDER BY stated_at DESC, statement_id DESC LIMIT 1)`,
      [itemId],
    );
    await says({ says: 'telling_cleared' });
    await says({ says: 'unsafe_cleared' });
    await make();
    await reviews.answerTheOne('release');
    const [asked] = await reviews.waiting(people.policeLiaison);
    await police.answers(asked?.reviewId ?? '', { itemId });
    const { productId, included } = await make();
    expect(included).toEqual([itemId]);
    const { body } = await products.open(productId, people.socialCareManager);
    expect(JSON.stringify(body)).toContain(WORDS);
    expect(JSON.stringify(body)).not.toContain('knife');
  });
});
