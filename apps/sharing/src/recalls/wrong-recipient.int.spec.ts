import {
  DEMO_AGENCIES,
  newId,
  type MyRecalls,
  type OpenedProduct,
  type OutwardProductMade,
  type RecallAbout,
  type RecallsOfEnquiry,
} from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { SOCIAL_CARE } from '../../testing/a-holder';
import { productsWith } from '../../testing/a-product';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

const { health, police, earlyHelp } = DEMO_AGENCIES;
const NOT_THERE = { status: 422, code: 'SHARING.RECIPIENT_NOT_THERE' };

describe('An item or an answer went to the wrong agency', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let recall: ARecall;
  let answer: Awaited<ReturnType<AnEnquiry['accepted']>>;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(async () => {
    recall = new ARecall(sharing, enquiry);
    const { access } = sharing.others;
    access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    answer = await enquiry.accepted({ text: 'He was seen alone in the park in May.' });
  });

  const things = () =>
    [
      { kind: 'item', id: answer.itemIds[0] ?? '' },
      { kind: 'answer', id: answer.row.envelopeId },
      { kind: 'answer', id: answer.ids.requestId },
    ] as const;
  const item = () => things()[0];
  const handedOver = async () => {
    const { body } = await sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
      ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
      ...{ words: 'Please assess.', itemIds: answer.itemIds, people: [] },
    });
    return (body as OutwardProductMade).productId;
  };
  const open = (productId: string) =>
    sharing.as(people.socialCareManager)('post', `/outward-products/${productId}/open`, { releaseId: newId() });
  const went = (recipientAgencyId: string, its: object = {}, about: RecallAbout = item()) => ({
    to: (by: PersonActor = people.analyst) =>
      recall.says(about, { says: 'wrong_recipient', recipientAgencyId, ...its }, by),
  });
  const toldSocialCare = async () => {
    const { notices } = (await sharing.as(people.socialCareManager)('get', '/recall-notices')).body as MyRecalls;
    return notices.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId).length;
  };

  test('another, picked by mistake, is refused, and whoever had it is told once that one is chosen', async () => {
    await open(await handedOver());
    for (const about of things())
      for (const by of [people.analyst, people.policeLiaison])
        expect(await went(health, {}, about).to(by)).toMatchObject(NOT_THERE);
    const kept = ['identity_statement', 'breach'].map((table) =>
      sharing.query(`SELECT 1 FROM ${table} WHERE enquiry_id = $1`, [enquiry.enquiryId]),
    );
    expect(await Promise.all(kept)).toEqual([[], []]);
    expect(await toldSocialCare()).toBe(0);
    expect(await went(SOCIAL_CARE.agencyId).to()).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await toldSocialCare()).toBe(1);
  });

  test('one that it was sent to and where nobody has opened it yet can be said', async () => {
    const productId = await handedOver();
    expect(await went(SOCIAL_CARE.agencyId).to()).toMatchObject(NOT_THERE);
    await productsWith(sharing, enquiry).handedOver(productId);
    expect(await went(SOCIAL_CARE.agencyId).to()).toMatchObject({ status: 200, body: { recipients: 0 } });
    expect((await open(productId)).body).toMatchObject({ recalled: [{ items: 1 }] });
  });

  test('one that it reached on paper can be said where that is said, and has its breach record', async () => {
    await open(await handedOver());
    const said = await went(health, { outsidePlatform: true }).to();
    expect(said).toMatchObject({ status: 200, body: { recipients: 0, breachId: expect.any(String) as string } });
    expect(await toldSocialCare()).toBe(0);
  });

  test('whoever it was merely shown to says it of their own agency, and finds out of no other whether it went there', async () => {
    const ofHealth = await enquiry.answer([{ text: 'Seen with a burn.' }], health);
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(ofHealth));
    answer = ofHealth;
    await open(await handedOver());
    const told = await sharing.as(people.manager)('post', '/releases', {
      ...{
        releaseId: newId(),
        enquiryId: enquiry.enquiryId,
        mode: 'protect',
        purpose: 'S47',
        envelopes: [ofHealth.row],
      },
      recipient: { agencyId: police, team: 'police' },
    });
    expect(told.status).toBe(200);
    for (const agencyId of [police, earlyHelp])
      expect(await went(agencyId).to(people.socialCareManager)).toMatchObject(NOT_THERE);
    expect(await went(police).to()).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await went(SOCIAL_CARE.agencyId).to(people.socialCareManager)).toMatchObject({ status: 200 });
  });

  test('a handover that another agency had on paper is recorded, and stays with the team that it was for', async () => {
    const productId = await handedOver();
    expect((await open(productId)).status).toBe(200);
    const product = { kind: 'product', id: productId } as const;
    const misdirected = { says: 'wrong_recipient', recipientAgencyId: health } as const;
    expect(await recall.says(product, misdirected)).toMatchObject(NOT_THERE);
    const said = await recall.says(product, { ...misdirected, outsidePlatform: true });
    expect(said).toMatchObject({ status: 200, body: { recipients: 0, breachId: expect.any(String) as string } });
    expect(await toldSocialCare()).toBe(0);
    expect((await open(productId)).status).toBe(200);
    const itself = { says: 'wrong_recipient', recipientAgencyId: SOCIAL_CARE.agencyId } as const;
    expect(await recall.says(product, itself)).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect((await open(productId)).status).toBe(410);
  });

  describe('by mistake:', () => {
    const takenBack = (about: RecallAbout, by: PersonActor, recipientAgencyId: string = SOCIAL_CARE.agencyId) =>
      recall.says(about, { says: 'right_recipient', recipientAgencyId }, by);
    const closedHow = async (recallId: string | undefined) => {
      const { body } = await sharing.as(people.manager)('get', `/enquiries/${enquiry.enquiryId}/recalls`);
      return (body as RecallsOfEnquiry).recalls.find((one) => one.recallId === recallId)?.closedHow;
    };
    const itemsIn = async (productId: string) => ((await open(productId)).body as OpenedProduct).items.length;

    test('its holder says that it may be read there after all: it is, and the recall closes', async () => {
      const productId = await handedOver();
      await open(productId);
      const { body } = await went(SOCIAL_CARE.agencyId).to();
      expect(await itemsIn(productId)).toBe(0);
      expect(await takenBack(item(), people.manager)).toMatchObject({ status: 403 });
      expect(await takenBack(item(), people.policeLiaison)).toMatchObject({ status: 200, body: { recipients: 0 } });
      expect(await itemsIn(productId)).toBe(1);
      expect(await closedHow(body.recallId)).toBe('identity_confirmed');
      expect(await toldSocialCare()).toBe(0);
      expect(await went(SOCIAL_CARE.agencyId).to()).toMatchObject({ status: 200, body: { recipients: 1 } });
      expect(await itemsIn(productId)).toBe(0);
    });

    test('of a match a manager of the hub says so', async () => {
      const match = { kind: 'person', id: enquiry.personId } as const;
      const productId = await handedOver();
      await productsWith(sharing, enquiry).handedOver(productId);
      await went(SOCIAL_CARE.agencyId, {}, match).to();
      expect((await open(productId)).status).toBe(410);
      expect(await takenBack(match, people.policeLiaison)).toMatchObject({ status: 404 });
      expect(await takenBack(match, people.manager)).toMatchObject({ status: 200 });
      expect(await itemsIn(productId)).toBe(1);
    });

    test('nothing is taken back that nobody said, of that very thing and of that very recipient', async () => {
      const nothing = { status: 409, code: 'SHARING.NOTHING_TO_TAKE_BACK' };
      expect(await takenBack(item(), people.policeLiaison)).toMatchObject(nothing);
      await went(SOCIAL_CARE.agencyId).to();
      expect(await takenBack(item(), people.policeLiaison, health)).toMatchObject(nothing);
      expect(await takenBack(things()[1], people.policeLiaison)).toMatchObject(nothing);
      const needed = await recall.says(item(), { says: 'right_recipient' }, people.policeLiaison);
      expect(needed).toMatchObject({ status: 422, code: 'SHARING.RECIPIENT_NEEDED' });
    });

    test('whom it is about stays in doubt, or wrong, whatever is said of where it went', async () => {
      const productId = await handedOver();
      await went(SOCIAL_CARE.agencyId).to();
      await recall.says(item());
      await takenBack(item(), people.policeLiaison);
      expect(await itemsIn(productId)).toBe(0);
    });

    test('what was sent as it is stays taken back: another is made', async () => {
      const product = { kind: 'product', id: await handedOver() } as const;
      await open(product.id);
      await recall.says(product, { says: 'wrong_recipient', recipientAgencyId: SOCIAL_CARE.agencyId });
      expect(await takenBack(product, people.manager)).toMatchObject({ status: 422, code: 'SHARING.NOTHING_TO_DOUBT' });
    });
  });
});
