import {
  DEMO_AGENCIES,
  newId,
  type HolderItem,
  type OpenedProduct,
  type OutwardProductMade,
  PLACE_LEFT_OUT,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { productsWith } from '../../testing/a-product';
import { anAdult } from '../../testing/an-adult';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const ENROLLED: AnItem = {
  ...{ text: 'On roll at the one by the mill.', content: { category: 'education-enrolment' } },
  facts: { category: 'education-enrolment', class: 'personal' },
};
const SEEN: AnItem = { text: 'Seen at 12 Mill Pond Lane in May.' };

describe('A protected place in what leaves the hub', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
  });

  const protect = () => enquiry.factsAre({ child: { protected: ['address'] } });
  const made = async (words = 'Please assess.'): Promise<OutwardProductMade> => {
    const { row, itemIds } = await enquiry.accepted(ENROLLED, SEEN);
    const { body } = await sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc' },
      ...{ toAgencyId: DEMO_AGENCIES.socialCare, personIds: [enquiry.personId], words, envelopes: [row], itemIds },
      people: [{ personId: enquiry.personId, displayName: 'Wren Quillfeather' }],
    });
    expect(body).toMatchObject({ state: 'made', included: itemIds });
    return body as OutwardProductMade;
  };
  const opened = async ({ productId }: OutwardProductMade, as = people.socialCareManager) =>
    (await sharing.as(as)('post', `/outward-products/${productId}/open`, { releaseId: newId() })).body as OpenedProduct;
  const textsOf = ({ items }: OpenedProduct) => items.map(({ text }) => text);
  const CUT = [PLACE_LEFT_OUT, `Seen at ${PLACE_LEFT_OUT} in May.`];

  test('is in none of its items, and nothing goes where nothing is protected', async () => {
    expect(textsOf(await opened(await made()))).toEqual([ENROLLED.text, SEEN.text]);
    protect();
    expect(textsOf(await opened(await made()))).toEqual(CUT);
  });

  test('is not told by who may read it themselves: the recipient is not named on the enquiry', async () => {
    protect();
    sharing.others.access.set(people.manager.id, { access: 'named', audience: 'hub_manager' });
    const product = await made();
    expect(textsOf(await opened(product))).toEqual(CUT);
    expect(textsOf(await opened(product, people.manager))).toEqual(CUT);
  });

  test('that has become one since it was sealed is left out from then on', async () => {
    const product = await made();
    protect();
    expect(textsOf(await opened(product))).toEqual(CUT);
  });

  test('that has become one since is left out for the hub too, beside the words and in its own, until a reader is named', async () => {
    const body = { agencyId: DEMO_AGENCIES.police, kind: 'police', answersFor: ['police'], bound: true, s47List: true };
    const named = async (name: string) => {
      const agencies = [{ ...body, name, reveals: 'none' }];
      expect((await sharing.as(people.admin)('put', '/register/agencies', { agencies })).status).toBe(204);
    };
    await named('Mill Street Surgery');
    const { itemIds } = await enquiry.accepted({ ...SEEN, content: { when: { approx: 'The winter in Mill Road' } } });
    const products = productsWith(sharing, enquiry);
    const { productId } = await products.make({ itemIds, words: 'She goes to Meadow Lane Primary now.' });
    const whole = { agencyName: 'Mill Street Surgery', date: 'The winter in Mill Road', text: SEEN.text };
    const all = { words: 'She goes to Meadow Lane Primary now.', items: [whole] };
    expect(await products.read(productId, people.analyst)).toMatchObject(all);
    protect();
    for (const reader of [people.analyst, people.manager, people.socialCareManager]) {
      const opened = await products.read(productId, reader);
      const words = `She goes to ${PLACE_LEFT_OUT} now.`;
      expect(opened).toMatchObject({ words, items: [{ agencyName: PLACE_LEFT_OUT, text: CUT[1] }] });
      expect(JSON.stringify(opened)).not.toMatch(/Mill|Meadow/);
    }
    sharing.others.access.set(people.analyst.id, { access: 'named', audience: 'hub_analyst' });
    expect(await products.read(productId, people.analyst)).toMatchObject(all);
    await named('The body riverside-police');
  });

  test('is not in the words of whoever made it either', async () => {
    protect();
    const product = await made('She goes to Meadow Lane Primary and lives in RV1 4QT now.');
    expect((await opened(product)).words).toBe(`She goes to ${PLACE_LEFT_OUT} and lives in ${PLACE_LEFT_OUT} now.`);
    sharing.others.access.set(people.manager.id, { access: 'named', audience: 'hub_manager' });
    expect((await opened(product, people.manager)).words).toContain('Meadow Lane Primary');
  });

  test('is not in those words where it is of somebody who is not handed over: they are about everybody', async () => {
    const child = anAdult({ personId: enquiry.personId, kind: 'u13', relation: 'concern', competence: 'not_assessed' });
    const mother = anAdult({ relation: 'involved', protected: ['address'] });
    enquiry.factsAre({ intake: { people: [child, mother] } });
    const product = await made('His mother lives at 12 Mill Pond Lane, RV1 4QT now.');
    const { words, items } = await opened(product);
    expect(words).toBe(`His mother lives at ${PLACE_LEFT_OUT}, ${PLACE_LEFT_OUT} now.`);
    expect(items[0]?.text).toBe(ENROLLED.text);
    sharing.others.access.set(people.manager.id, { access: 'named', audience: 'hub_manager' });
    expect((await opened(product, people.manager)).words).toContain('12 Mill Pond Lane');
  });

  test('cannot be said in eight words running of the item that lost it', async () => {
    protect();
    const text = 'On Monday he was taken to 12 Mill Pond Lane by his aunt.';
    const { row, itemIds } = await enquiry.accepted({ text });
    const product = {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc' },
      ...{ toAgencyId: DEMO_AGENCIES.socialCare, personIds: [enquiry.personId], envelopes: [row], itemIds, people: [] },
      words: 'I read that he was taken to 12 Mill Pond Lane.',
    };
    const refused = { status: 422, body: { code: 'SHARING.REPEATS_UNRELEASED' } };
    expect(await sharing.as(people.manager)('post', '/outward-products', product)).toMatchObject(refused);
    enquiry.factsAre({});
    expect(await sharing.as(people.manager)('post', '/outward-products', product)).toMatchObject({ status: 200 });
  });

  test('is left out of what a holder is shown of how their item would be read', async () => {
    protect();
    const { row, itemIds } = await enquiry.accepted({ ...ENROLLED, facts: { ...ENROLLED.facts, flags: ['hub_only'] } });
    await sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc' },
      ...{ toAgencyId: DEMO_AGENCIES.socialCare, personIds: [enquiry.personId], words: 'Please assess.', people: [] },
      ...{ envelopes: [row], itemIds },
    });
    const [asked] = await sharing.query<{ id: string }>(
      'SELECT sharing_decision_id AS id FROM sharing_decision WHERE about_id = $1',
      [itemIds[0]],
    );
    const police = new AHolder(sharing, enquiry);
    const { body } = await police.opens(itemIds[0] ?? '', { sharingDecisionId: asked?.id });
    expect(body as HolderItem).toMatchObject({
      ...{ text: ENROLLED.text, recipient: { ...SOCIAL_CARE, asItStands: PLACE_LEFT_OUT } },
    });
  });
});
