import { DEMO_AGENCIES, newId, type IntakeFacts, type MyRecalls, type OpenedProduct } from '@mash/contracts';
import { people } from '@mash/testing';
import type { productsWith } from '../../testing/a-product';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { OutwardProductRepository } from '../products/outward-product.repository';

jest.setTimeout(120_000);

describe('A handover that names somebody who was matched wrongly, and has nothing of theirs in it', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let recall: ARecall;
  let mother: string;

  forEachTest((its) => ({ sharing, enquiry, products } = its));
  beforeEach(() => {
    recall = new ARecall(sharing, enquiry);
    mother = newId();
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    const [child] = (sharing.others.answers.get(`/contact-intake/facts/enquiries/${enquiry.enquiryId}`) as IntakeFacts)
      .people;
    if (child === undefined) throw new Error('Nobody is on the roster');
    const adult = { ...child, personId: mother, kind: 'adult', relation: 'household' } as const;
    enquiry.factsAre({ intake: { people: [child, adult] } });
  });

  const wrong = (id: string) => recall.says({ kind: 'person', id });
  const named = (personId: string, displayName: string) => ({ personId, displayName });
  const naming = async (...ids: string[]) => {
    const people = ids.map((id) => named(id, id === mother ? 'Ada Quillfeather' : 'Wren Quillfeather'));
    const { productId } = await products.make({ personIds: ids, people });
    await products.handedOver(productId); // what was not sent is stopped, and opens to its team no more
    return productId;
  };
  const open = (productId: string, as = people.socialCareManager) => products.open(productId, as);
  const told = async () => {
    const { notices } = (await sharing.as(people.socialCareManager)('get', '/recall-notices')).body as MyRecalls;
    return notices.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId).length;
  };

  test('is recalled with them: whoever read it is told, and it opens to nobody', async () => {
    const productId = await naming(enquiry.personId);
    expect((await open(productId)).status).toBe(200);
    expect(await wrong(enquiry.personId)).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await told()).toBe(1);
    for (const by of [people.socialCareManager, people.manager]) {
      const again = await open(productId, by);
      expect([again.status, again.body]).toMatchObject([410, { code: 'SHARING.PRODUCT_RECALLED' }]);
    }
  });

  test('that nobody has read yet is recalled all the same', async () => {
    const productId = await naming(enquiry.personId);
    expect(await wrong(enquiry.personId)).toMatchObject({ status: 200, body: { recipients: 0 } });
    expect((await open(productId)).status).toBe(410);
  });

  test('and somebody else opens without their name, and says so', async () => {
    const productId = await naming(enquiry.personId, mother);
    expect((await open(productId)).status).toBe(200);
    expect(await wrong(mother)).toMatchObject({ status: 200, body: { recipients: 1 } });
    const { body, status } = await open(productId);
    expect(status).toBe(200);
    const { people: left, recalledPeople, words } = body as OpenedProduct;
    expect(left.map(({ personId }) => personId)).toEqual([enquiry.personId]);
    expect([recalledPeople, words]).toEqual([1, 'Please help with mornings.']);
  });

  test('stays with its team where what is known of them went wrong to another agency alone', async () => {
    const productId = await naming(enquiry.personId);
    const misdirected = { says: 'wrong_recipient', recipientAgencyId: DEMO_AGENCIES.health } as const;
    expect((await recall.says({ kind: 'person', id: enquiry.personId }, misdirected)).status).toBe(200);
    expect((await open(productId)).status).toBe(200);
  });

  test('is left as it is where it names others alone', async () => {
    const productId = await naming(enquiry.personId);
    expect(await wrong(mother)).toMatchObject({ status: 404 });
    expect((await open(productId)).body).not.toHaveProperty('recalledPeople');
  });

  test('is not made of somebody of whom that was said', async () => {
    await naming(enquiry.personId);
    await wrong(enquiry.personId);
    const again = { personIds: [enquiry.personId], people: [named(enquiry.personId, 'Wren Quillfeather')] };
    const { productId, state, reason } = await products.make(again);
    expect([state, reason?.code]).toEqual(['refused', 'WRONG_PERSON']);
    expect((await open(productId)).status).toBe(404);
  });

  test('opens again where it was the right person after all', async () => {
    const productId = await naming(enquiry.personId);
    await wrong(enquiry.personId);
    const right = { says: 'confirmed' } as const;
    const confirmed = await recall.says({ kind: 'person', id: enquiry.personId }, right, people.manager);
    expect(confirmed.status).toBe(200);
    expect((await open(productId)).status).toBe(200);
  });

  test('is found by one reading of what went out, while the enquiry is held', async () => {
    await naming(enquiry.personId);
    const answer = await enquiry.accepted({ text: 'He was seen alone in the park in May.' });
    const reads = jest.spyOn(OutwardProductRepository.prototype, 'ofEnquiry');
    const abouts = [
      { kind: 'item', id: answer.itemIds[0] ?? '' },
      { kind: 'person', id: enquiry.personId },
    ] as const;
    for (const about of abouts) {
      reads.mockClear();
      await recall.says(about);
      expect(reads.mock.calls.filter(([, tx]) => tx !== undefined).length).toBe(1);
    }
    reads.mockRestore();
  });
});
