import { DEMO_AGENCIES, handoverDigest, newId, type DecisionFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import type { consentWith } from '../../testing/a-consent';
import { letProductsBeRead, TO_EARLY_HELP, type productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { secondManager, type reviewsWith } from '../../testing/a-review';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const coordinator = people.earlyHelpCoordinator;

describe('The words and names of a handover', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let consent: ReturnType<typeof consentWith>;
  let reviews: ReturnType<typeof reviewsWith>;

  forEachTest((its) => ({ sharing, enquiry, consent, products, reviews } = its));
  beforeEach(() => letProductsBeRead(sharing));

  const at = (threshold: DecisionFacts['threshold'], child: Parameters<AnEnquiry['factsAre']>[0]['child'] = {}) =>
    enquiry.factsAre({ decision: { threshold, colour: 'amber', urgent: false }, child });
  const sharingOnly = () => consent.state({});

  test('wait for a second manager where the family agreed to sharing and nobody asked about help', async () => {
    at('early_help');
    await sharingOnly();
    const made = await products.make(TO_EARLY_HELP);
    expect(made).toMatchObject({
      ...{ state: 'waiting_review', reason: { code: 'SERVICE_NOT_AGREED' }, waitsFor: ['hub_manager'] },
      dueAt: expect.any(String) as string,
    });
    expect(await products.announced(made.productId)).toEqual(['REVIEW']);
    expect((await products.open(made.productId, coordinator)).status).toBe(404);
    expect(await products.read(made.productId, people.manager)).toMatchObject({
      ...{ words: 'Please help with mornings.', closedToRecipient: { code: 'SERVICE_NOT_AGREED' } },
    });
  });

  test('go once the second manager has said yes, and whoever put it together cannot say it', async () => {
    at('early_help');
    await sharingOnly();
    const { productId } = await products.make(TO_EARLY_HELP);
    const [review] = await reviews.waiting();
    expect(review).toMatchObject({ about: { kind: 'product', id: productId }, releaser: 'hub_manager' });
    expect(await reviews.answer(people.manager, 'release', review?.reviewId ?? '')).toMatchObject({ status: 403 });
    expect(await reviews.answer(secondManager, 'release', review?.reviewId ?? '')).toMatchObject({ status: 204 });
    expect(await products.announced(productId)).toEqual(['REVIEW', 'PERMIT']);
    const its = { productId, ...TO_EARLY_HELP, personIds: [enquiry.personId] };
    expect(await products.digests(productId)).toEqual([null, handoverDigest(its)]);
    expect(await products.read(productId, coordinator)).toMatchObject({
      ...{ words: 'Please help with mornings.', people: [{ displayName: 'Wren Quillfeather' }] },
    });
    expect(await products.read(productId, people.manager)).not.toHaveProperty('closedToRecipient');
  });

  test('are let go or not: there is no override that would set the question aside and send nothing', async () => {
    at('early_help');
    await sharingOnly();
    await products.make(TO_EARLY_HELP);
    const deputy = { ...people.deputyManager, signedInAt: Math.floor(Date.now() / 1000) };
    sharing.others.access.set(deputy.id, { access: 'ordinary', audience: 'hub_manager' });
    const [review] = await reviews.waiting(deputy);
    expect(review).toMatchObject({ mayAnswer: true, mayOverride: false });
    const options = `/sharing-decisions/${review?.sharingDecisionId ?? ''}/override`;
    expect(await sharing.as(deputy)('get', options)).toMatchObject({
      ...{ status: 409, body: { code: 'SHARING.NOTHING_TO_OVERRIDE' } },
    });
  });

  test('stay where the second manager says no, and the hub hears that nothing goes', async () => {
    at('early_help');
    await sharingOnly();
    const { productId } = await products.make(TO_EARLY_HELP);
    const [review] = await reviews.waiting();
    await reviews.answer(secondManager, 'refuse', review?.reviewId ?? '');
    expect(await products.announced(productId)).toEqual(['REVIEW', 'DENY']);
    expect((await products.open(productId, coordinator)).status).toBe(404);
  });

  test('wait where nobody has asked the family anything', async () => {
    at('early_help');
    expect(await products.make(TO_EARLY_HELP)).toMatchObject({
      ...{ state: 'waiting_review', reason: { code: 'FACT_UNKNOWN' } },
    });
  });

  test('wait where a child of fifteen objects', async () => {
    at('s17', { kind: '13_15', objects: true });
    for (const kind of ['sharing', 'service'] as const) await consent.state({ kind });
    expect(await products.make(TO_EARLY_HELP)).toMatchObject({
      ...{ state: 'waiting_review', reason: { code: 'CHILD_OBJECTS' } },
    });
  });

  test('wait of each child by themselves', async () => {
    const { personId } = enquiry;
    const child = { kind: 'u13', relation: 'concern', identity: 'confirmed', objects: false, dispute: 'none' } as const;
    const rest = { parentalResponsibilityProven: true, competence: 'not_assessed', protected: [] } as const;
    const [one, other] = [personId, newId()].map((id) => ({ ...child, ...rest, personId: id, protected: [] }));
    if (!one || !other) throw new Error('No children');
    enquiry.factsAre({
      decision: { threshold: 'early_help', colour: 'amber', urgent: false },
      intake: { people: [one, other] },
    });
    for (const kind of ['sharing', 'service'] as const) await consent.state({ kind });
    await consent.state({ personId: other.personId });
    const personIds = [personId, other.personId];
    const { productId, state } = await products.make({ ...TO_EARLY_HELP, personIds });
    expect(state).toBe('waiting_review');
    const asked = await reviews.waiting();
    expect(asked.map((review) => review.personId)).toEqual([other.personId]);
    await reviews.answer(secondManager, 'release', asked[0]?.reviewId ?? '');
    expect((await products.open(productId, coordinator)).status).toBe(200);
  });

  test('go where two managers say yes at once, each about one child: whoever is second sees what the first said', async () => {
    const deputy = people.deputyManager;
    sharing.others.access.set(deputy.id, { access: 'ordinary', audience: 'hub_manager' });
    const child = {
      kind: '13_15',
      relation: 'concern',
      identity: 'confirmed',
      objects: true,
      dispute: 'none',
    } as const;
    const rest = { parentalResponsibilityProven: true, competence: 'not_assessed' } as const;
    const personIds = [enquiry.personId, newId(), newId()];
    enquiry.factsAre({
      decision: { threshold: 's17', colour: 'amber', urgent: false },
      intake: { people: personIds.map((personId) => ({ ...child, ...rest, personId, protected: [] })) },
    });
    for (const personId of personIds)
      for (const kind of ['sharing', 'service'] as const) await consent.state({ personId, kind });
    const { productId } = await products.make({ ...TO_EARLY_HELP, personIds });
    const asked = await reviews.waiting();
    expect(asked).toHaveLength(3);
    const [first, second, third] = asked.map(({ reviewId }) => reviewId);
    const answered = await Promise.all([
      reviews.answer(secondManager, 'release', first ?? ''),
      reviews.answer(deputy, 'release', second ?? ''),
      reviews.answer(secondManager, 'release', third ?? ''),
    ]);
    expect(answered.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(await products.announced(productId)).toEqual(['REVIEW', 'PERMIT']);
  });

  test('do not go about somebody who is only possibly the child: nothing is kept, the hub confirms first', async () => {
    at('s17', { identity: 'possible' });
    await consent.state({});
    const toSocialCare = { purpose: 'S17' } as const;
    const made = await products.make(toSocialCare);
    expect(made).toMatchObject({ state: 'refused', reason: { code: 'PERSON_UNCONFIRMED' } });
    expect(await sharing.query('SELECT 1 FROM outward_product WHERE enquiry_id = $1', [enquiry.enquiryId])).toEqual([]);
    const owed = await sharing.query('SELECT code FROM obligation WHERE enquiry_id = $1', [enquiry.enquiryId]);
    expect(owed).toContainEqual({ code: 'CONFIRM_NOW' });
  });

  test.each([
    ['at section 47, whatever was said of consent', 's47', 'S47', false],
    ['at section 17 to social care, where the family agrees to sharing', 's17', 'S17', true],
  ] as const)('go at once %s', async (_when, threshold, purpose, isGiven) => {
    at(threshold);
    if (isGiven) await consent.state({});
    const made = await products.make({ purpose });
    expect(made.state).toBe('made');
    expect(await reviews.waiting()).toEqual([]);
    expect(await products.announced(made.productId)).toEqual(['PERMIT']);
    const to = { audience: 'team_sc', toAgencyId: DEMO_AGENCIES.socialCare, personIds: [enquiry.personId] };
    expect(await products.digests(made.productId)).toEqual([handoverDigest({ productId: made.productId, ...to })]);
    expect((await products.open(made.productId, people.socialCareManager)).status).toBe(200);
  });

  test('that went stay readable once the threshold falls to where they would have waited', async () => {
    at('s47');
    const { productId } = await products.make(TO_EARLY_HELP);
    at('s17');
    expect(await products.read(productId, coordinator)).toMatchObject({ words: 'Please help with mornings.' });
  });

  test('wait at section 47 too where a competent child objects and it is no team of social care', async () => {
    at('s47', { kind: '16_17', objects: true, competence: 'yes' });
    expect(await products.make(TO_EARLY_HELP)).toMatchObject({
      ...{ state: 'waiting_review', reason: { code: 'CHILD_OBJECTS' } },
    });
    expect(await products.make()).toMatchObject({ state: 'made' });
  });

  test('are decided beside the items: what waits for its holder is left out, and the words go', async () => {
    at('s47');
    const { itemIds } = await enquiry.accepted({ text: 'He was seen alone.', facts: { flags: ['hub_only'] } });
    expect(await products.make({ itemIds })).toMatchObject({ state: 'made', leftOut: [{ code: 'NOT_RELEASED' }] });
  });
});
