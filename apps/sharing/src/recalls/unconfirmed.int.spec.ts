import {
  DEMO_AGENCIES,
  newId,
  type OpenedProduct,
  type OutwardProductMade,
  type OwnItemsOpened,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

describe('Whom it is about is not confirmed', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let recall: ARecall;
  let answer: Awaited<ReturnType<AnEnquiry['answer']>>;
  let itemId: string;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    recall = new ARecall(sharing, enquiry);
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
  });

  const answered = async (identity: 'confirmed' | 'possible') => {
    const items = ['He was seen alone in the park in May.', 'Officers attended in June.'].map((text) => ({ text }));
    answer = await enquiry.answer(
      items,
      DEMO_AGENCIES.police,
      undefined,
      undefined,
      newId(),
      enquiry.personId,
      identity,
    );
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
    [itemId = ''] = answer.itemIds;
  };
  const about = () => ({ kind: 'item', id: itemId }) as const;
  const look = async () => {
    const { items } = await enquiry.released([answer.row]);
    return items.find((item) => item.itemId === itemId);
  };
  const make = async () =>
    (
      await sharing.as(people.manager)('post', '/outward-products', {
        ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
        ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
        ...{ words: 'Please assess.', itemIds: answer.itemIds, people: [] },
      })
    ).body as OutwardProductMade;
  const open = (productId: string) =>
    sharing.as(people.socialCareManager)('post', `/outward-products/${productId}/open`, { releaseId: newId() });

  test('doubted after it went out, it stands apart in what was sent and marked so', async () => {
    await answered('confirmed');
    const made = await make();
    const identities = async () => {
      const { body } = await open(made.productId);
      return (body as OpenedProduct).items.map((item) => [item.itemId === itemId, item.identity]);
    };
    expect(new Set(await identities())).toEqual(
      new Set([
        [true, undefined],
        [false, undefined],
      ]),
    );
    await recall.says(about(), { says: 'doubted' });
    expect(new Set(await identities())).toEqual(
      new Set([
        [true, 'possible'],
        [false, undefined],
      ]),
    );
    await recall.says(about(), { says: 'confirmed' }, people.policeLiaison);
    expect(new Set(await identities())).toEqual(
      new Set([
        [true, undefined],
        [false, undefined],
      ]),
    );
  });

  test('sealed by a holder who was not sure: released it is marked unconfirmed; the holder confirms, once, and nothing is owed any more', async () => {
    await answered('possible');
    const asked = await look();
    expect(asked).toMatchObject({ visibility: 'withheld', reason: { code: 'PERSON_UNCONFIRMED' } });
    const holder = new AHolder(sharing, enquiry);
    expect((await holder.answers(asked?.reviewId ?? '')).status).toBe(204);
    expect(await look()).toMatchObject({ visibility: 'shown', identity: 'possible' });
    const owedTo = async () => {
      const select = `SELECT done_by AS by FROM obligation JOIN sharing_decision d USING (sharing_decision_id)
        WHERE d.about_id = $1 AND code = 'CONFIRM_NOW'`;
      return new Set((await sharing.query<{ by: string | null }>(select, [itemId])).map(({ by }) => by));
    };
    expect(await owedTo()).toEqual(new Set([null]));
    expect(await recall.says(about(), { says: 'confirmed' }, people.manager)).toMatchObject({ status: 403 });
    expect((await recall.says(about(), { says: 'confirmed' }, people.policeLiaison)).status).toBe(200);
    expect(await look()).toMatchObject({ visibility: 'shown', identity: 'confirmed' });
    expect(await owedTo()).toEqual(new Set([people.policeLiaison.id]));
    expect(await recall.says(about(), { says: 'confirmed' }, people.policeLiaison)).toMatchObject({
      ...{ status: 409, code: 'SHARING.NOTHING_TO_CONFIRM' },
    });
    enquiry.factsAre({ child: { identity: 'possible' } });
    expect(await look()).toMatchObject({ identity: 'possible' }); // the hub's own match is not the holder's to confirm
  });

  const ownOf = async (by: typeof people.policeLiaison = people.policeLiaison) => {
    const asked = { releaseId: newId(), enquiryId: enquiry.enquiryId };
    const { body } = await sharing.as(by)('post', '/holder-items/open-own', asked);
    return (body as OwnItemsOpened).items.map(({ toConfirm }) => toConfirm);
  };
  const reviewsOf = (id: string) =>
    sharing.query<{ state: string; outcome: string }>(
      `SELECT r.state, d.outcome FROM review r JOIN sharing_decision d USING (sharing_decision_id) WHERE d.about_id = $1`,
      [id],
    );
  const newest = async (id: string) => {
    const select = `SELECT outcome, supersedes, by_person AS "byPerson" FROM sharing_decision WHERE about_id = $1 ORDER BY decided_at DESC LIMIT 1`;
    return (
      await sharing.query<{ outcome: string; supersedes: string | null; byPerson: string | null }>(select, [id])
    )[0];
  };

  test('the holder is offered to confirm an answer that they were not sure of: the REVIEWs of it wait no longer, and the rules decide', async () => {
    await answered('possible');
    const toConfirm = { kind: 'answer', id: answer.row.envelopeId } as const;
    expect(await ownOf()).toEqual([toConfirm, toConfirm]);
    const asked = await look();
    expect(await reviewsOf(itemId)).toEqual([{ state: 'open', outcome: 'REVIEW' }]);
    expect((await recall.says(toConfirm, { says: 'confirmed' }, people.policeLiaison)).status).toBe(200);
    for (const id of answer.itemIds) {
      expect(await reviewsOf(id)).toEqual([{ state: 'superseded', outcome: 'REVIEW' }]);
      expect(await newest(id)).toMatchObject({ outcome: 'PERMIT', byPerson: null });
    }
    const late = await new AHolder(sharing, enquiry).answers(asked?.reviewId ?? '');
    expect([late.status, late.body]).toMatchObject([409, { code: 'SHARING.REVIEW_SUPERSEDED' }]);
    expect(await look()).toMatchObject({ visibility: 'shown', identity: 'confirmed' });
    expect(await ownOf()).toEqual([undefined, undefined]);
  });

  test('what was doubted is offered by itself, and what else the holder is asked of it waits still', async () => {
    answer = await enquiry.accepted({
      text: 'He was seen alone.',
      facts: { handling: 'C', condition: { kind: 'CALL_FIRST' } },
    });
    [itemId = ''] = answer.itemIds;
    await recall.says(about(), { says: 'doubted' });
    await look();
    const open = async () => (await reviewsOf(itemId)).filter(({ state }) => state === 'open').length;
    const before = await open();
    expect(before).toBeGreaterThan(1);
    expect(await ownOf()).toEqual([about()]);
    await recall.says(about(), { says: 'confirmed' }, people.policeLiaison);
    expect(await open()).toBe(before - 1);
    expect(await look()).toMatchObject({ visibility: 'withheld' });
    expect(await open()).toBe(before - 1);
  });

  test('nothing falls where the hub itself is not sure of its match', async () => {
    await answered('possible');
    enquiry.factsAre({ child: { identity: 'possible' } });
    await look();
    const toConfirm = { kind: 'answer', id: answer.row.envelopeId } as const;
    await recall.says(toConfirm, { says: 'confirmed' }, people.policeLiaison);
    expect(await reviewsOf(itemId)).toEqual([{ state: 'open', outcome: 'REVIEW' }]);
    expect(await look()).toMatchObject({ visibility: 'withheld' });
  });
});
