import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  type EnvelopeRefusals,
  type IntakeFacts,
  type Ledger,
  type OpenedProduct,
  type OutwardProductMade,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { loadPack, renderLetter } from '@mash/threshold-packs';
import { AnEnquiry, type AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const GOES: AnItem = { text: 'He was seen alone in the park in May.' };
const STAYS: AnItem = {
  text: 'A neighbour heard shouting through the wall on most nights of the winter.',
  facts: { flags: ['hub_only'] },
};

describe('What leaves the hub', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    sharing.others.access.set(people.earlyHelpCoordinator.id, { access: 'ordinary', audience: 'team_eh' });
    sharing.others.access.set(people.teacher.id, { access: 'ordinary', audience: 'referrer_pro' });
  });

  /** Answers that were received and accepted. */
  const accepted = async (...items: AnItem[]) => {
    const answer = await enquiry.accepted(...items);
    return answer;
  };
  const make = (changes: object = {}, as = people.manager) =>
    sharing.as(as)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc' },
      ...{
        toAgencyId: DEMO_AGENCIES.socialCare,
        personIds: [enquiry.personId],
        words: 'Please assess.',
        envelopes: [],
      },
      ...{ itemIds: [], people: [{ personId: enquiry.personId, displayName: 'Wren Quillfeather' }], ...changes },
    });
  const letter = (changes: object = {}) =>
    make({
      ...{ kind: 'letter', purpose: 'FEEDBACK', audience: 'referrer_pro', toAgencyId: DEMO_AGENCIES.school },
      ...changes,
    });
  /** To which agency it was put together, and its decision and its lines in the ledger say it is told. */
  const addressedTo = async ({ body }: { body: unknown }): Promise<string[]> => {
    const rows = await sharing.query<{ agencyId: string }>(
      `SELECT to_agency_id AS "agencyId" FROM outward_product WHERE product_id = $1
       UNION SELECT to_agency_id FROM sharing_decision WHERE about_kind = 'product' AND about_id = $1`,
      [(body as OutwardProductMade).productId],
    );
    return rows.map(({ agencyId }) => agencyId);
  };
  const open = (productId: string, as: typeof people.teacher) =>
    sharing.as(as)('post', `/outward-products/${productId}/open`, { releaseId: newId() });

  test('is the permitted items and own words; what waits for its holder is left out and named', async () => {
    const { itemIds, row } = await accepted(GOES, STAYS);
    const made = await make({ itemIds, envelopes: [row] });
    expect(made.body).toMatchObject({
      ...{ state: 'made', included: [itemIds[0]] },
      leftOut: [{ itemId: itemIds[1], code: 'NOT_RELEASED', reviewId: expect.any(String) as string }],
    });
    const { productId } = made.body as OutwardProductMade;
    const opened = await open(productId, people.socialCareManager);
    expect(opened.body).toMatchObject({
      words: 'Please assess.',
      items: [{ itemId: itemIds[0], text: GOES.text, agencyName: 'The body riverside-police' }],
    });
    const [item] = (opened.body as OpenedProduct).items;
    expect(item?.lawfulBasis).toEqual(expect.arrayContaining([expect.stringContaining('UK GDPR article 6(1)')]));
    const { body } = await sharing.as(people.igOfficer)('get', `/ledger?recipientId=${people.socialCareManager.id}`);
    expect((body as Ledger).entries[0]?.lawfulBasis).toEqual(item?.lawfulBasis);
    expect(JSON.stringify(opened.body)).not.toContain('neighbour');
    const lines = await sharing.query('SELECT 1 FROM disclosure WHERE recipient_id = $1', [
      people.socialCareManager.id,
    ]);
    expect(lines).toHaveLength(1);
  });

  test('opens to the team it is for, and to nobody else', async () => {
    const { productId } = (await make()).body as OutwardProductMade;
    expect((await open(productId, people.earlyHelpCoordinator)).status).toBe(404);
    expect((await open(productId, people.teacher)).status).toBe(404);
    expect((await open(productId, people.otherAnalyst)).status).toBe(404);
    expect((await open(newId(), people.socialCareManager)).status).toBe(404);
    expect((await open(productId, people.socialCareManager)).status).toBe(200);
  });

  test('splits no sentence over two products that are made at once', async () => {
    // Harmless alone; whichever comes second makes eight words running of its own beginning and the other's end.
    const words = 'through the wall on. A neighbour heard shouting';
    for (let round = 0; round < 3; round += 1) {
      enquiry = await AnEnquiry.begin(sharing);
      await accepted(STAYS);
      const both = await Promise.all([make({ words, people: [] }), make({ words, people: [] })]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    }
  });

  test('never repeats what is not released, not even where the manager shows none of it', async () => {
    const { itemIds } = await accepted(GOES, STAYS);
    const words = 'I hear that a NEIGHBOUR heard shouting, through the wall on most nights of late.';
    const refused = await make({ words, itemIds: [itemIds[0]] });
    expect(refused).toMatchObject({ status: 422, body: { code: 'SHARING.REPEATS_UNRELEASED' } });
    expect(await sharing.query('SELECT 1 FROM outward_product WHERE enquiry_id = $1', [enquiry.enquiryId])).toEqual([]);
  });

  test('may quote a released item across line breaks, tabs and quotation marks', async () => {
    const text = 'He was seen alone\nin the "park"\tall day,\r\nand again in the rain of May.';
    const { itemIds } = await accepted({ text });
    expect(await make({ itemIds, words: `They say: ${text}` })).toMatchObject({
      ...{ status: 200, body: { state: 'made', included: itemIds } },
    });
  });

  test('says where its holder has an item from only where that goes whole', async () => {
    const source = 'The aunt of Pim Tarry who works at the bakery';
    const text = 'He was seen with Pim Tarry in May.';
    const thirdPartyPassages = [{ from: text.indexOf('Pim'), to: text.indexOf(' in May') }];
    const { itemIds } = await accepted(
      { ...GOES, content: { source: 'The front desk of the station in the old market' } },
      { text, content: { source }, facts: { thirds: 'personal', thirdPartyPassages } },
    );
    expect(await make({ itemIds, words: 'Ask the front desk of the station in the old market.' })).toMatchObject({
      ...{ status: 200, body: { included: itemIds } },
    });
    expect(await make({ itemIds, words: `Ask ${source}.` })).toMatchObject({
      ...{ status: 422, body: { code: 'SHARING.REPEATS_UNRELEASED' } },
    });
  });

  test('is put together by a manager only', async () => {
    expect(await make({}, people.analyst)).toMatchObject({ status: 403, body: { code: 'SHARING.MANAGERS_ONLY' } });
  });

  test('goes to a referrer as feedback: own words, no item of any agency', async () => {
    const { itemIds } = await accepted(GOES);
    const made = await letter({ itemIds });
    expect(made.body).toMatchObject({ state: 'made', included: [], leftOut: [{ code: 'NOT_RELEASED' }] });
    const { productId } = made.body as OutwardProductMade;
    expect((await open(productId, people.teacher)).body).toMatchObject({ words: 'Please assess.', items: [] });
    expect((await open(productId, people.socialCareManager)).status).toBe(404);
  });

  test('does not go to another kind of referrer, and to the agency that referred whatever is asked for', async () => {
    expect(await letter({ audience: 'referrer_public' })).toMatchObject({
      ...{ status: 422, body: { code: 'SHARING.AUDIENCE_MISMATCH' } },
    });
    expect(await addressedTo(await letter({ toAgencyId: DEMO_AGENCIES.health }))).toEqual([DEMO_AGENCIES.school]);
  });

  test('tells a member of the public in the pack’s words alone, whatever the console sends, and names nobody', async () => {
    enquiry = await AnEnquiry.begin(sharing, DEMO_PARTNERSHIP, { referrerAgencyId: null, referrerKind: 'public' });
    const fields = { reference: 'C-2345678', receivedOn: '20 November 2026', hubTelephone: '01632 960 100' };
    const words = renderLetter(loadPack('thurrock', '2026.1'), 'receipt_only', fields).paragraphs.join('\n\n');
    const receipt = { audience: 'referrer_public', toAgencyId: DEMO_AGENCIES.council, words, people: [] };
    const named = [{ personId: enquiry.personId, displayName: 'Wren Quillfeather' }];
    for (const changes of [{ words: 'He is safe.' }, { words: `${words}\n\nHe is safe.` }, { people: named }])
      expect(await letter({ ...receipt, ...changes })).toMatchObject({
        ...{ status: 422, body: { code: 'SHARING.ONLY_THE_PACKS_LETTER', errors: [{ field: 'words' }] } },
      });
    const { enquiryId } = enquiry;
    expect(await sharing.query('SELECT 1 FROM outward_product WHERE enquiry_id = $1', [enquiryId])).toEqual([]);
    const made = await letter({ ...receipt, toAgencyId: DEMO_AGENCIES.police });
    expect(made.body).toMatchObject({ state: 'made', included: [] });
    expect(await addressedTo(made)).toEqual([DEMO_AGENCIES.council]); // and not to whoever pays the manager
  });

  test('tells a professional who rang through the hub itself, and nothing at all where somebody is alleged', async () => {
    enquiry = await AnEnquiry.begin(sharing, DEMO_PARTNERSHIP, { referrerAgencyId: null });
    const made = await letter({ toAgencyId: DEMO_AGENCIES.police });
    expect(made.body).toMatchObject({ state: 'made' });
    expect(await addressedTo(made)).toEqual([DEMO_AGENCIES.council]);
    enquiry.factsAre({ intake: { allegedPerpetratorKnown: true } });
    const refused = (await letter()).body as OutwardProductMade;
    expect(refused).toMatchObject({ state: 'refused', reason: { code: 'FEEDBACK_DENIED' } });
    const shown = "SELECT 1 FROM disclosure WHERE release_id = $1 AND visibility = 'shown'";
    expect(await sharing.query(shown, [refused.productId])).toEqual([]);
  });

  test('tells kin of a child who may have caused the harm nothing, until the roster says that they are on nobody’s side', async () => {
    enquiry = await AnEnquiry.begin(sharing, DEMO_PARTNERSHIP, { referrerAgencyId: null, referrerKind: 'family' });
    const fields = { reference: 'C-2345678', receivedOn: '20 November 2026', hubTelephone: '01632 960 100' };
    const words = renderLetter(loadPack('thurrock', '2026.1'), 'receipt_only', fields).paragraphs.join('\n\n');
    const toCaller = { audience: 'referrer_public', toAgencyId: DEMO_AGENCIES.council, words, people: [] };
    const boy: IntakeFacts['people'][number] = {
      ...{ personId: newId(), kind: '13_15', relation: 'ap', identity: 'confirmed', objects: false, dispute: 'none' },
      ...{ parentalResponsibilityProven: false, competence: 'not_assessed', protected: [] },
    };
    const girl: typeof boy = {
      ...boy,
      personId: enquiry.personId,
      kind: 'u13',
      relation: 'concern',
      sign: 'u13_sexual',
    };
    const intake = { ...{ people: [girl, boy], allegedPerpetratorKnown: true }, issues: ['sexual-harm'] };
    enquiry.factsAre({ intake });
    expect((await letter(toCaller)).body).toMatchObject({ state: 'refused', reason: { code: 'FEEDBACK_DENIED' } });
    enquiry.factsAre({ intake: { ...intake, referrerSide: 'none' } });
    expect((await letter(toCaller)).body).toMatchObject({ state: 'made' });
  });

  test('waits while an agency says "do not alert", without the cause, and a letter written before is held', async () => {
    const before = (await letter()).body as OutwardProductMade;
    await accepted({ text: 'An arrest is planned.', facts: { flags: ['do_not_alert'] } });
    const made = await letter();
    expect(made.body).toMatchObject({ state: 'waiting_review', reason: { code: 'HOLD' } });
    expect(JSON.stringify(made.body)).not.toMatch(/ALERT|arrest/);
    expect((await open(before.productId, people.teacher)).status).toBe(404);
  });

  test('is read in the ledger with category and reason, and with no content', async () => {
    const { itemIds, row } = await accepted(GOES, STAYS);
    await make({ itemIds, envelopes: [row] });
    const ledger = (as: typeof people.teacher) => sharing.as(as)('get', `/ledger?enquiryId=${enquiry.enquiryId}`);
    const { body, status } = await ledger(people.igOfficer);
    expect(status).toBe(200);
    expect(body).toMatchObject({ page: 1, pages: 1 });
    const { entries } = body as { entries: object[] };
    expect(entries).toContainEqual(
      expect.objectContaining({ category: 'police-incidents', outcome: 'PERMIT', audience: 'team_sc', mode: 'onward' }),
    );
    expect(entries).toContainEqual(expect.objectContaining({ outcome: 'REVIEW', reasons: expect.any(Array) as [] }));
    expect(JSON.stringify(body)).not.toMatch(/park|neighbour/);
    expect((await ledger(people.manager)).status).toBe(200);
    expect((await ledger(people.analyst)).status).toBe(404);
    expect((await ledger(people.teacher)).status).toBe(404);
    expect((await ledger(people.otherAnalyst)).status).toBe(404);
  });

  test('that somebody exchanged in its row opens to nobody, and is reported', async () => {
    const { itemIds } = await accepted(GOES);
    const [one, other] = [await make({ itemIds }), await make({ itemIds })].map(
      ({ body }) => (body as OutwardProductMade).productId,
    );
    const exchange = `UPDATE outward_product SET envelope = theirs.envelope, kid = theirs.kid FROM outward_product theirs
      WHERE outward_product.product_id = $1 AND theirs.product_id = $2`;
    await sharing.query(exchange, [one, other]);
    const opened = await open(one ?? '', people.socialCareManager);
    expect([opened.status, opened.body.code]).toEqual([422, 'SEAL.HEADER_MISMATCH']);
    expect(JSON.stringify(opened.body)).not.toContain('park');
    const { body } = await sharing.as(people.igOfficer)('get', '/envelope-refusals');
    expect((body as EnvelopeRefusals).refusals).toMatchObject([{ place: 'product', envelopeId: one }]);
    const lines = await sharing.query('SELECT 1 FROM disclosure WHERE recipient_id = $1 AND enquiry_id = $2', [
      ...[people.socialCareManager.id, enquiry.enquiryId],
    ]);
    expect(lines).toEqual([]);
  });
});
