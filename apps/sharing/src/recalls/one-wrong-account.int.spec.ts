import { DEMO_AGENCIES, newId, type MyRecalls, type RecallsOfEnquiry, type SeenBy } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { SOCIAL_CARE } from '../../testing/a-holder';
import type { productsWith } from '../../testing/a-product';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const TEXTS = ['He was seen alone in the park in May.', 'Officers attended the house in June.'];

describe('Something went to one account that should not have had it', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let recall: ARecall;
  let answer: Awaited<ReturnType<AnEnquiry['accepted']>>;
  let colleague: PersonActor;

  forEachTest((its) => ({ sharing, enquiry, products } = its));
  beforeEach(async () => {
    recall = new ARecall(sharing, enquiry);
    colleague = { ...people.socialCareManager, id: newId() };
    const { access } = sharing.others;
    for (const { id } of [people.socialCareManager, colleague])
      access.set(id, { access: 'ordinary', audience: 'team_sc' });
    access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    access.set(people.healthLiaison.id, { access: 'ordinary', audience: 'agency' });
    access.set(people.teacher.id, { access: 'ordinary', audience: 'referrer_pro' });
    answer = await enquiry.accepted(...TEXTS.map((text) => ({ text })));
  });

  const about = () => ({ kind: 'item', id: answer.itemIds[0] ?? '' }) as const;
  const make = () => products.make({ itemIds: answer.itemIds });
  const open = (productId: string, as: PersonActor = people.socialCareManager) => products.open(productId, as);
  const noticesOf = async (as: PersonActor) => {
    const { notices } = (await sharing.as(as)('get', '/recall-notices')).body as MyRecalls;
    return notices.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId);
  };
  const seenBy = async (as: PersonActor = people.analyst) => {
    const { id, kind } = about();
    const { status, body } = await sharing.as(as)('get', `/enquiries/${enquiry.enquiryId}/seen-by/${kind}/${id}`);
    const seen = (body as Partial<SeenBy>).people;
    return seen === undefined ? status : seen.map(({ recipientId }) => recipientId).sort();
  };
  const told = async () =>
    sharing.query<{ told: unknown }>(
      `SELECT envelope -> 'data' -> 'told' AS told FROM (SELECT envelope, seq FROM outbox UNION ALL SELECT envelope, seq FROM outbox_archive) put_down
        WHERE envelope ->> 'type' = 'sharing.recall-opened' AND envelope -> 'data' ->> 'enquiryId' = $1 ORDER BY seq`,
      [enquiry.enquiryId],
    );
  const listed = async () =>
    (await sharing.as(people.manager)('get', `/enquiries/${enquiry.enquiryId}/recalls`)).body as RecallsOfEnquiry;

  test('is gone for that person alone, who alone confirms', async () => {
    const made = await make();
    await open(made.productId);
    expect((await open(made.productId, colleague)).status).toBe(200);
    const { agencyId: recipientAgencyId } = SOCIAL_CARE;
    const one = { says: 'wrong_recipient', recipientAgencyId, recipientId: colleague.id } as const;
    expect(await seenBy()).toEqual([people.socialCareManager.id, colleague.id].sort());
    expect(await seenBy(people.policeLiaison)).toEqual([people.socialCareManager.id, colleague.id].sort());
    expect(await seenBy(colleague)).toEqual([colleague.id]);
    for (const wrong of ['item/none', 'letter/none', `item/${newId()}`]) {
      const path = `/enquiries/${enquiry.enquiryId}/seen-by/${wrong}`;
      expect((await sharing.as(people.analyst)('get', path)).status).toBe(404);
    }
    for (const other of [people.healthLiaison, people.teacher, people.otherAnalyst])
      expect(await seenBy(other)).toBe(404);
    for (const [recipientId, agency] of [
      [people.teacher.id, recipientAgencyId],
      [colleague.id, DEMO_AGENCIES.health],
      ['nobody-of-that-name', recipientAgencyId],
    ] as const)
      expect(await recall.says(about(), { ...one, recipientId, recipientAgencyId: agency })).toMatchObject({
        ...{ status: 422, code: 'SHARING.RECIPIENT_SAW_NOTHING' },
      });
    expect(await recall.says(about(), { recipientId: colleague.id })).toMatchObject({
      code: 'SHARING.RECIPIENT_NEEDED',
    });
    const said = await recall.says(about(), one);
    expect(said).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await recall.says(about(), one)).toMatchObject({ status: 409, code: 'SHARING.ALREADY_SAID' });
    const [notice] = await noticesOf(colleague);
    expect(await noticesOf(people.socialCareManager)).toEqual([]);
    expect((await told()).at(-1)?.told).toMatchObject([{ noticeId: notice?.noticeId, accountId: colleague.id }]);
    expect((await open(made.productId, colleague)).body).toMatchObject({ recalled: [{ items: 1 }] });
    expect((await open(made.productId)).body).not.toHaveProperty('recalled');
    expect((await make()).included).toEqual(answer.itemIds);
    expect((await recall.confirms(notice?.noticeId ?? '', people.socialCareManager)).status).toBe(404);
    expect((await recall.confirms(notice?.noticeId ?? '', colleague)).status).toBe(204);
    expect((await listed()).recalls).toMatchObject([{ closedHow: 'all_confirmed', recipientId: colleague.id }]);
  });

  test('a handover stays open to the others of the agency', async () => {
    const { productId } = await make();
    await open(productId, colleague);
    const one = {
      says: 'wrong_recipient',
      recipientAgencyId: SOCIAL_CARE.agencyId,
      recipientId: colleague.id,
    } as const;
    expect((await recall.says({ kind: 'product', id: productId }, one)).body).toMatchObject({ recipients: 1 });
    expect((await open(productId, colleague)).status).toBe(410);
    expect((await open(productId)).status).toBe(200);
  });
});
