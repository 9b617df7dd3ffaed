import { DEMO_AGENCIES, type DecisionFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import { anAdult } from '../../testing/an-adult';
import { consentWith } from '../../testing/a-consent';
import type { productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

const TEXT = 'He was seen alone in the park in May.';
const EARLY_HELP = { audience: 'team_eh', agencyId: DEMO_AGENCIES.earlyHelp };
const REFUSED = { code: 'HELP_BY_AGREEMENT', sentence: 'Help is by agreement, and the family does not agree.' };
const coordinator = people.earlyHelpCoordinator;

describe('A handover to a help service, against a refusal that stands', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let consent: ReturnType<typeof consentWith>;
  let itemId: string;

  forEachTest((its) => ({ sharing, enquiry, products } = its));
  beforeEach(async () => {
    consent = consentWith(sharing, enquiry);
    sharing.others.access.set(coordinator.id, { access: 'ordinary', audience: 'team_eh' });
    [itemId = ''] = (await enquiry.accepted({ text: TEXT })).itemIds;
  });

  const at = (threshold: DecisionFacts['threshold']) =>
    enquiry.factsAre({ decision: { threshold, colour: 'amber', urgent: false } });
  const handover = { audience: 'team_eh', toAgencyId: EARLY_HELP.agencyId, purpose: 'EH' } as const;
  const released = () =>
    new AHolder(sharing, enquiry).states(itemId, { facts: { says: 'released_as_it_stands', to: EARLY_HELP } });
  const made = async () => {
    await released();
    const product = await products.make({ ...handover, itemIds: [itemId] });
    expect(product).toMatchObject({ state: 'made', included: [itemId] });
    return product.productId;
  };
  /** Everything about this enquiry was said an hour before whatever comes next. */
  const anHourPasses = async () => {
    const { enquiryId } = enquiry;
    const back = "UPDATE outward_product SET made_at = made_at + interval '1 hour' WHERE enquiry_id = $1";
    await sharing.query(back, [enquiryId]);
  };
  const nothing = { items: [], people: [], words: '' };

  describe.each(['sharing', 'service'] as const)('of %s', (kind) => {
    test('is not put together: nothing is kept but what may be overridden, nobody is asked, a manager judges the risk again', async () => {
      at('s17');
      await consent.state({ kind, state: 'refused' });
      const product = await products.make({ ...handover, itemIds: [itemId] });
      expect(product).toMatchObject({ state: 'refused', reason: REFUSED, included: [], leftOut: [{ itemId }] });
      const { enquiryId } = enquiry;
      for (const table of ['outward_product', 'review'])
        expect(await sharing.query(`SELECT 1 FROM ${table} WHERE enquiry_id = $1`, [enquiryId])).toEqual([]);
      const kept = 'SELECT about_kind AS about, about_id AS id, outcome FROM sharing_decision WHERE enquiry_id = $1';
      expect(await sharing.query(kept, [enquiryId])).toEqual([{ about: 'item', id: itemId, outcome: 'DENY' }]);
      expect((await products.open(product.productId, coordinator)).status).toBe(404);
      expect(await products.lines(people.manager)).toContainEqual(
        expect.objectContaining({ outcome: 'DENY', fromAgencyId: DEMO_AGENCIES.council }),
      );
      const owed = await sharing.query<{ code: string }>('SELECT code FROM obligation WHERE enquiry_id = $1', [
        enquiryId,
      ]);
      expect(owed.map(({ code }) => code)).toEqual(['RISK_AGAIN']);
    });
  });

  test('of one of two shows nothing of the other: no line of it says that anything was told', async () => {
    const { enquiryId, personId } = enquiry;
    const child = { kind: 'u13', parentalResponsibilityProven: true, competence: 'not_assessed' } as const;
    const [refusing, sibling] = [anAdult({ ...child, personId, relation: 'concern' }), anAdult(child)];
    enquiry.factsAre({
      ...{ decision: { threshold: 's17', colour: 'amber', urgent: false }, intake: { people: [refusing, sibling] } },
    });
    const answer = await enquiry.answer([{ text: TEXT }], undefined, undefined, undefined, undefined, sibling.personId);
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
    [itemId = ''] = answer.itemIds;
    await released();
    for (const kind of ['sharing', 'service'] as const)
      for (const whose of [personId, sibling.personId]) await consent.state({ kind, personId: whose });
    const both = { ...handover, personIds: [personId, sibling.personId], itemIds: [itemId] };
    expect(await products.make(both)).toMatchObject({ state: 'made', included: [itemId] });
    const before = (await products.lines(people.manager)).length;
    await consent.state({ state: 'refused' });
    const { state, productId, leftOut } = await products.make(both);
    expect({ state, leftOut }).toMatchObject({ state: 'refused', leftOut: [{ itemId, ...REFUSED }] });
    const lines = (await products.lines(people.manager)).slice(before);
    expect(lines.map(({ fromAgencyId }) => fromAgencyId)).toEqual([DEMO_AGENCIES.council, DEMO_AGENCIES.police]);
    for (const line of lines)
      expect(line).toMatchObject({ outcome: 'DENY', visibility: 'withheld', rule: 'R-CONS-03a' });
    const seen = "SELECT 1 FROM disclosure WHERE enquiry_id = $1 AND release_id = $2 AND visibility = 'shown'";
    expect(await sharing.query(seen, [enquiryId, productId])).toEqual([]);
  });

  test('is not put together with the words alone either, and can be once the family agrees', async () => {
    at('s17');
    const givenById = enquiry.mother();
    await consent.state({ state: 'refused', givenById });
    expect(await products.make(handover)).toMatchObject({ state: 'refused', reason: REFUSED, leftOut: [] });
    for (const kind of ['sharing', 'service'] as const) await consent.state({ kind, givenById });
    const { state, productId } = await products.make(handover);
    expect(state).toBe('made');
    expect(await products.read(productId, coordinator)).toMatchObject({ words: 'Please help with mornings.' });
  });

  test('does not open where it was put together against the refusal all the same, as before this was asked', async () => {
    at('s17');
    await consent.state({});
    await consent.state({ kind: 'service' });
    const productId = await made();
    await consent.state({ state: 'refused' });
    await anHourPasses();
    const opened = await products.read(productId, coordinator);
    expect(opened).toMatchObject(nothing);
    expect(JSON.stringify(opened)).not.toMatch(/park|mornings|Wren/);
    expect(opened.withheld).toEqual([
      { what: 'items', count: 1, reason: REFUSED },
      { what: 'words', count: 1, reason: REFUSED },
    ]);
    expect(await products.lines(coordinator)).toEqual([
      expect.objectContaining({ outcome: 'DENY', visibility: 'withheld', rule: 'R-CONS-03a' }),
    ]);
  });

  test('made at section 47, where consent is not what it rests on, does not open once the threshold has fallen', async () => {
    at('s47');
    await consent.state({ state: 'refused' });
    const productId = await made();
    await anHourPasses();
    expect(await products.read(productId, coordinator)).toMatchObject({ items: [{ text: TEXT }] });
    at('s17');
    const opened = await products.read(productId, coordinator);
    expect(opened).toMatchObject(nothing);
    expect(JSON.stringify(opened)).not.toMatch(/park|mornings|Wren/);
  });

  test('is read by the hub, which wrote it, with a warning that it is for nobody else today', async () => {
    at('s17');
    await consent.state({});
    await consent.state({ kind: 'service' });
    const productId = await made();
    expect(await products.read(productId, people.manager)).not.toHaveProperty('closedToRecipient');
    await consent.state({ state: 'refused' });
    expect(await products.read(productId, people.manager)).toMatchObject({
      ...{ words: 'Please help with mornings.', people: [{}], items: [], closedToRecipient: REFUSED },
    });
  });
});
