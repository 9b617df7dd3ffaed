import { DEMO_AGENCIES, newId, type DecisionFacts, type OpenedProduct, type OutwardProductMade } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import { consentWith } from '../../testing/a-consent';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const TEXT = 'He was seen alone in the park in May.';

describe('What left the hub while the family agreed', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let consent: ReturnType<typeof consentWith>;
  let itemId: string;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    consent = consentWith(sharing, enquiry);
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    sharing.others.access.set(people.earlyHelpCoordinator.id, { access: 'ordinary', audience: 'team_eh' });
  });

  const at = (threshold: DecisionFacts['threshold']) =>
    enquiry.factsAre({ decision: { threshold, colour: 'amber', urgent: false } });
  /** A product of one item that its holder has released, and of the manager's words. */
  const made = async (audience: 'team_eh' | 'team_sc', purpose: 'EH' | 'S17' | 'S47') => {
    const agencyId = audience === 'team_eh' ? DEMO_AGENCIES.earlyHelp : DEMO_AGENCIES.socialCare;
    const answer = await enquiry.accepted({ text: TEXT });
    itemId = answer.itemIds[0] ?? '';
    const police = new AHolder(sharing, enquiry);
    await police.states(itemId, { facts: { says: 'released_as_it_stands', to: { audience, agencyId } } });
    const { body } = await sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose, audience },
      ...{ toAgencyId: agencyId, personIds: [enquiry.personId], words: 'Please help with mornings.' },
      ...{ envelopes: [answer.row], itemIds: [itemId] },
      people: [{ personId: enquiry.personId, displayName: 'Wren Quillfeather' }],
    });
    const product = body as OutwardProductMade;
    expect(product.included).toEqual([itemId]);
    return product.productId;
  };
  const open = async (productId: string, as: typeof people.teacher) =>
    (await sharing.as(as)('post', `/outward-products/${productId}/open`, { releaseId: newId() })).body as OpenedProduct;
  const agrees = async () => {
    await consent.state({});
    await consent.state({ kind: 'service' });
  };
  const shownLines = (as: typeof people.teacher) =>
    sharing.query<{ outcome: string; visibility: string; rule: string }>(
      'SELECT outcome, visibility, rule FROM disclosure WHERE recipient_id = $1 AND enquiry_id = $2',
      [as.id, enquiry.enquiryId],
    );

  describe.each(['sharing', 'service'] as const)(
    'to early help, who have not read it when the family refuses %s',
    (kind) => {
      test('does not open any more: no item, no word, no name, and the reason', async () => {
        at('s17');
        await agrees();
        const productId = await made('team_eh', 'S17');
        await consent.state({ kind, state: 'refused' });
        const opened = await open(productId, people.earlyHelpCoordinator);
        expect(opened).toMatchObject({ items: [], people: [], words: '' });
        expect(JSON.stringify(opened)).not.toMatch(/park|mornings|Wren/);
        const reason = { code: 'HELP_BY_AGREEMENT', sentence: 'Help is by agreement, and the family does not agree.' };
        expect(opened.withheld).toEqual([
          { what: 'items', count: 1, reason },
          { what: 'words', count: 1, reason },
        ]);
        expect(await shownLines(people.earlyHelpCoordinator)).toEqual([
          { outcome: 'DENY', visibility: 'withheld', rule: 'R-CONS-03a' },
        ]);
      });
    },
  );

  test('opens again once the family has agreed again', async () => {
    at('s17');
    await agrees();
    const productId = await made('team_eh', 'S17');
    const givenById = enquiry.mother();
    await consent.state({ state: 'withdrawn', givenById });
    expect((await open(productId, people.earlyHelpCoordinator)).items).toEqual([]);
    await consent.state({ how: 'written', givenById });
    const opened = await open(productId, people.earlyHelpCoordinator);
    expect(opened).toMatchObject({ words: 'Please help with mornings.', items: [{ itemId, text: TEXT }] });
    expect(opened.withheld).toBeUndefined();
  });

  test('does not open either where the family refused while it was put together', async () => {
    at('s17');
    await agrees();
    const productId = await made('team_eh', 'S17');
    await consent.state({ state: 'refused' });
    const later = `UPDATE outward_product SET made_at = clock_timestamp() + interval '1 second' WHERE product_id = $1`;
    await sharing.query(later, [productId]);
    expect(await open(productId, people.earlyHelpCoordinator)).toMatchObject({ items: [], words: '' });
  });

  test('stays as it was where nobody has said anything since', async () => {
    at('s17');
    await agrees();
    const opened = await open(await made('team_eh', 'S17'), people.earlyHelpCoordinator);
    expect(opened).toMatchObject({ words: 'Please help with mornings.', items: [{ text: TEXT }] });
    expect(opened.withheld).toBeUndefined();
  });

  test("to social care below section 47 leaves the item to a manager, and keeps the hub's own words", async () => {
    at('s17');
    await agrees();
    const productId = await made('team_sc', 'S17');
    await consent.state({ state: 'refused' });
    const opened = await open(productId, people.socialCareManager);
    expect(opened).toMatchObject({ items: [], words: 'Please help with mornings.' });
    expect(opened.withheld).toMatchObject([{ what: 'items', count: 1, reason: { code: 'CONSENT_REFUSED' } }]);
    const asked = await sharing.query(`SELECT releaser FROM review WHERE enquiry_id = $1 AND state = 'open'`, [
      enquiry.enquiryId,
    ]);
    expect(asked).toEqual([{ releaser: 'M' }]);
  });

  test('to social care at section 47 is shown all the same: consent is not what it rests on', async () => {
    at('s47');
    await agrees();
    const productId = await made('team_sc', 'S47');
    await consent.state({ state: 'refused' });
    const opened = await open(productId, people.socialCareManager);
    expect(opened).toMatchObject({ items: [{ itemId, text: TEXT }], words: 'Please help with mornings.' });
    expect(opened.withheld).toBeUndefined();
  });
});
