import type { HolderItem } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import type { productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import { appointment } from '../../testing/named-releasers';
import type { Sharing } from '../../testing/start-sharing';

const HARM = 'He would run from home.';

/** R-DET-02: whoever is not authorised only claims it, and the agency's safeguarding lead looks. */
describe('A detriment that is claimed', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let itemId: string;
  const lead = people.policeSenior;
  forEachTest((its) => ({ sharing, enquiry, products } = its));
  beforeEach(async () => {
    [itemId = ''] = (await enquiry.accepted({ text: 'He was seen alone in the park in May.' })).itemIds;
    const seats = [appointment(), appointment({ accountId: lead.id, desk: 'safeguarding' })];
    for (const seat of seats)
      expect((await sharing.as(people.admin)('post', '/register/releasers', seat)).status).toBe(204);
    const says = { says: 'detriment', to: SOCIAL_CARE, personId: enquiry.personId } as const;
    const { status } = await new AHolder(sharing, enquiry).states(itemId, { facts: says, content: { harm: HARM } });
    expect(status).toBe(204);
  });

  test('waits for that lead, who reads the item and the harm, releases it, and it goes', async () => {
    const [left] = (await products.make({ itemIds: [itemId] })).leftOut;
    expect(left).toMatchObject({ code: 'DETRIMENT_CHALLENGED' });
    const safeguarding = new AHolder(sharing, enquiry, lead);
    const { status, body } = await safeguarding.opens(itemId);
    expect(status).toBe(200);
    expect((body as HolderItem).stated).toMatchObject([{ says: 'detriment', harm: HARM }]);
    const says = { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } as const };
    expect((await safeguarding.answers(left?.reviewId ?? '', { itemId, says })).status).toBe(204);
    expect((await products.make({ itemIds: [itemId] })).included).toEqual([itemId]);
  });
});
