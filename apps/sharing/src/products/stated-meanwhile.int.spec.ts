import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

describe('What a holder says while a handover is put together', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
  });

  test.each([
    ['a refusal', { says: 'refused', to: SOCIAL_CARE }, []],
    ['a release', { says: 'released_as_it_stands', to: SOCIAL_CARE }, [{ text: 'He was seen alone in the park.' }]],
  ] as const)('counts when it is opened: %s', async (_name, facts, items) => {
    const products = productsWith(sharing, enquiry);
    const police = new AHolder(sharing, enquiry);
    const { itemIds } = await enquiry.accepted({ text: 'He was seen alone in the park.' });
    const { productId } = await products.make({ itemIds });
    await police.states(itemIds[0] ?? '', { facts });
    // The statements were read before: it was made after this one all the same.
    const later = `UPDATE outward_product SET made_at = clock_timestamp() + interval '1 second' WHERE product_id = $1`;
    await sharing.query(later, [productId]);
    expect(await products.read(productId, people.socialCareManager)).toMatchObject({
      ...{ words: 'Please help with mornings.', items },
    });
  });
});
