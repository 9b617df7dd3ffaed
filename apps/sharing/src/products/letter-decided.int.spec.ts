import { newId, type IntakeFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import type { consentWith } from '../../testing/a-consent';
import { letProductsBeRead, productsWith, TO_REFERRER } from '../../testing/a-product';
import { AnEnquiry } from '../../testing/an-enquiry';
import type { reviewsWith } from '../../testing/a-review';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const S17 = { threshold: 's17', colour: 'amber', urgent: false } as const;
const S47 = { threshold: 's47', colour: 'amber', urgent: false } as const;
const FIFTEEN = { kind: '13_15', objects: true } as const;

describe('A letter to the referrer', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let consent: ReturnType<typeof consentWith>;
  let reviews: ReturnType<typeof reviewsWith>;

  forEachTest((its) => ({ sharing, enquiry, consent, products, reviews } = its));
  beforeEach(() => letProductsBeRead(sharing));

  test.each([
    ['a child of fifteen objects', S17, FIFTEEN, 'CHILD_OBJECTS'],
    ['a child of fifteen objects, at section 47', S47, FIFTEEN, 'CHILD_OBJECTS'],
    ['the parents are in open dispute', S17, { dispute: 'open' }, 'PARENTS_DISAGREE'],
    ['a child whose age nobody knows objects', S17, { kind: 'unknown', objects: true }, 'FACT_UNKNOWN'],
  ] as const)('waits for another manager where %s', async (_why, decision, child, code) => {
    enquiry.factsAre({ decision, child });
    await consent.state({});
    const made = await products.make(TO_REFERRER);
    expect(made).toMatchObject({ state: 'waiting_review', reason: { code } });
    expect((await products.open(made.productId, people.teacher)).status).toBe(404);
  });

  test('goes once the other manager has said yes', async () => {
    enquiry.factsAre({ decision: S17, child: FIFTEEN });
    await consent.state({});
    const { productId } = await products.make(TO_REFERRER);
    expect(await reviews.answerTheOne('release')).toMatchObject({ status: 204 });
    expect((await products.open(productId, people.teacher)).status).toBe(200);
  });

  test('that is taken back while it waits is asked about no more, whatever changes, and another one is', async () => {
    enquiry.factsAre({ decision: S17, child: FIFTEEN });
    await consent.state({});
    const { productId } = await products.make(TO_REFERRER);
    expect(await reviews.waiting()).toHaveLength(1);
    sharing.others.down.set('contact-intake', 'broken').set('decision', 'broken');
    for (const _heard of ['once', 'twice']) await products.takenBack(productId);
    sharing.others.down.clear();
    expect(await reviews.waiting()).toEqual([]);
    expect(await products.isStopped(productId)).toBe(true);
    enquiry.factsAre({ decision: S17, child: { ...FIFTEEN, dispute: 'open' } });
    await consent.state({});
    await consent.hear();
    expect(await reviews.waiting()).toEqual([]);
    expect(await products.announced(productId)).toEqual(['REVIEW']);
    await products.make(TO_REFERRER);
    expect(await reviews.waiting()).not.toEqual([]);
  });

  test('of another enquiry is not taken back with it', async () => {
    enquiry.factsAre({ decision: S17, child: FIFTEEN });
    await consent.state({});
    const { productId } = await products.make(TO_REFERRER);
    await productsWith(sharing, await AnEnquiry.begin(sharing)).takenBack(productId);
    expect(await reviews.waiting()).toHaveLength(1);
  });

  test('is over where a manager says no to what was asked about its enquiry, as an earlier version did', async () => {
    enquiry.factsAre({ decision: S17, child: FIFTEEN });
    await consent.state({});
    const { productId } = await products.make(TO_REFERRER);
    await products.asAskedBefore(productId);
    expect(await reviews.answerTheOne('refuse')).toMatchObject({ status: 204 });
    expect(await products.announced(productId)).toEqual(['REVIEW', 'DENY']);
    expect(await products.isStopped(productId)).toBe(true);
    expect(await reviews.waiting()).toEqual([]);
    const again = await products.make(TO_REFERRER);
    expect(again).toMatchObject({ state: 'waiting_review' });
    expect(await reviews.answerTheOne('release')).toMatchObject({ status: 204 });
    expect(await products.announced(again.productId)).toEqual(['REVIEW', 'PERMIT']);
    expect(await products.digests(again.productId)).toEqual([null, null]);
    expect(await products.announced(productId)).toEqual(['REVIEW', 'DENY']);
  });

  test('is asked about once more where a manager says yes to what an earlier version asked about its enquiry', async () => {
    enquiry.factsAre({ decision: S17, child: FIFTEEN });
    await consent.state({});
    const { productId } = await products.make(TO_REFERRER);
    await products.asAskedBefore(productId);
    expect(await reviews.answerTheOne('release')).toMatchObject({ status: 204 });
    expect(await products.announced(productId)).toEqual(['REVIEW']);
    expect(await reviews.answerTheOne('release')).toMatchObject({ status: 204 });
    expect(await products.announced(productId)).toEqual(['REVIEW', 'PERMIT']);
  });

  test('is decided of each child whom it is about, not of the first alone', async () => {
    const { personId } = enquiry;
    const child: IntakeFacts['people'][number] = {
      ...{ personId, kind: 'u13', relation: 'concern', identity: 'confirmed', objects: false, dispute: 'none' },
      ...{ parentalResponsibilityProven: true, competence: 'not_assessed', protected: [] },
    };
    const sister = { ...child, ...FIFTEEN, personId: newId() };
    enquiry.factsAre({ decision: S47, intake: { people: [child, sister] } });
    const letter = (personIds: string[]) => products.make({ ...TO_REFERRER, personIds });
    expect((await letter([personId])).state).toBe('made');
    expect((await letter([personId, sister.personId])).state).toBe('waiting_review');
  });

  test('goes at once about whoever is only possibly the child: the referrer is told of whom they reported', async () => {
    enquiry.factsAre({ decision: S47, child: { identity: 'possible' } });
    expect((await products.make(TO_REFERRER)).state).toBe('made');
  });

  test('does not go to a professional whom the roster links to whoever may have caused the harm', async () => {
    enquiry.factsAre({ decision: S47, intake: { allegedPerpetratorKnown: true, referrerSide: 'linked_ap' } });
    expect(await products.make(TO_REFERRER)).toMatchObject({ state: 'refused', reason: { code: 'FEEDBACK_DENIED' } });
    enquiry.factsAre({ decision: S47, intake: { allegedPerpetratorKnown: true } });
    expect((await products.make(TO_REFERRER)).state).toBe('made');
  });
});
