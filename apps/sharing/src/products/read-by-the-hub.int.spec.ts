import { DEMO_AGENCIES } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { consentWith } from '../../testing/a-consent';
import { linesWith, proposedLine } from '../../testing/a-line';
import type { productsWith } from '../../testing/a-product';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

const TEXT = 'He was seen alone in the park in May.';
const REFUGE = 'Harbour refuge';
const NIGHT = 'estuary-duty-team';
const dutyWorker: PersonActor = {
  ...people.emergencyDuty,
  id: '0198aaaa-0000-7000-8000-000000000423',
  agencyId: NIGHT,
};
const onlyFor = (reader: PersonActor): AnItem => ({
  text: TEXT,
  facts: { handling: 'C', condition: { kind: 'NAMED', personIds: [reader.id] } },
});

describe('A handover, read by somebody for whom its items were not decided', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let police: AHolder;
  let itemId: string;

  forEachTest((its) => ({ sharing, enquiry, products } = its));
  beforeEach(() => {
    police = new AHolder(sharing, enquiry);
    for (const { id } of [people.socialCareManager, dutyWorker])
      sharing.others.access.set(id, { access: 'ordinary', audience: 'team_sc' });
  });

  /** A handover with that item in it, which its holder lets go to social care. */
  const made = async (item: AnItem): Promise<string> => {
    [itemId = ''] = (await enquiry.accepted(item)).itemIds;
    await police.states(itemId, { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } });
    const { productId, included } = await products.make({ itemIds: [itemId] });
    expect(included).toEqual([itemId]);
    return productId;
  };
  const registered = async (body: object) => {
    const whole = { bound: true, s47List: true, reveals: 'none', ...body };
    expect((await sharing.as(people.admin)('put', '/register/agencies', { agencies: [whole] })).status).toBe(204);
  };

  test('does not say to an analyst of the hub that there is an item which they may not know of', async () => {
    const productId = await made({ text: TEXT, facts: { bar: 'court' } });
    const opened = await products.read(productId, people.analyst);
    expect(opened).toMatchObject({ words: 'Please help with mornings.', items: [] });
    expect(opened.people).toHaveLength(1);
    expect(opened).not.toHaveProperty('toAccept');
    expect(opened).not.toHaveProperty('withheld');
    expect(JSON.stringify(opened)).not.toMatch(/COURT|park|police/);
    const accept = { acceptanceId: '0198aaaa-0000-7000-8000-00000000a001', enquiryId: enquiry.enquiryId };
    const carried = [{ itemId, obligations: ['COURT_NOTICE'] }];
    await sharing.as(people.analyst)('post', '/condition-acceptances', { ...accept, itemIds: [itemId], carried });
    expect(JSON.stringify(await products.read(productId, people.analyst))).not.toMatch(/COURT|park|police/);
    expect(await products.lines(people.analyst)).toContainEqual(
      expect.objectContaining({ outcome: 'REVIEW', visibility: 'absent', fromAgencyId: DEMO_AGENCIES.police }),
    );
    // A manager may have court papers at section 47, and accepts the notice first.
    expect(await products.read(productId, people.manager)).toMatchObject({
      ...{ items: [], toAccept: [{ itemId, obligations: ['COURT_NOTICE'] }] },
    });
  });

  test('keeps the holder’s condition: who is not named reads how many there are and why, also who put it together', async () => {
    const productId = await made(onlyFor(people.analyst));
    const opened = await products.read(productId, people.manager);
    expect(opened).toMatchObject({ words: 'Please help with mornings.', items: [] });
    expect(opened.withheld).toMatchObject([{ what: 'items', count: 1, reason: { code: 'CONDITION_NOT_MET' } }]);
    expect(JSON.stringify(opened)).not.toContain('park');
    expect(await products.read(productId, people.analyst)).toMatchObject({
      ...{ items: [], toAccept: [{ itemId, obligations: ['SHOW_CONDITION'] }] },
    });
    expect(await products.read(productId, people.socialCareManager)).toMatchObject({ items: [{ text: TEXT }] });
  });

  test('is read by the hub with every item that it may read, each with its line in the ledger', async () => {
    const productId = await made({ text: TEXT });
    expect(await products.read(productId, people.analyst)).toMatchObject({
      items: [{ itemId, text: TEXT, agencyName: 'The body riverside-police' }],
    });
    expect(await products.lines(people.analyst)).toEqual([
      expect.objectContaining({ outcome: 'PERMIT', visibility: 'shown', fromAgencyId: DEMO_AGENCIES.council }),
      expect.objectContaining({ outcome: 'PERMIT', visibility: 'shown', fromAgencyId: DEMO_AGENCIES.police }),
    ]);
  });

  test('names no agency whose name says what it knows to who may not know that it was asked', async () => {
    const { health } = DEMO_AGENCIES;
    await registered({ agencyId: health, name: REFUGE, kind: 'health', reveals: 'refuge', answersFor: ['health'] });
    const { line, event } = await proposedLine(enquiry, {
      ...{ agencyId: health, category: 'health-injuries', purpose: 'S47', askedBy: people.manager.id },
    });
    await linesWith(sharing).react(event);
    const category = 'health-injuries';
    const item = { text: TEXT, facts: { category, class: 'special' }, content: { category } } as const;
    const answer = await enquiry.answer([item], health, undefined, undefined, line.requestId);
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
    await consentWith(sharing, enquiry).state({ state: 'not_sought', givenBy: 'not_applicable', how: undefined });
    const { productId, included } = await products.make({ itemIds: answer.itemIds });
    expect(included).toEqual(answer.itemIds);
    const later = "UPDATE outward_product SET made_at = made_at + interval '1 hour' WHERE product_id = $1";
    await sharing.query(later, [productId]);
    enquiry.factsAre({ decision: { threshold: 'early_help', colour: 'amber', urgent: false } });
    expect(JSON.stringify(await products.read(productId, people.analyst))).not.toContain(REFUGE);
    await registered({ agencyId: health, name: 'The body', kind: 'health', answersFor: ['health'] });
  });

  test('is read by another council’s duty team in what its holder lets that council read', async () => {
    await registered({ agencyId: NIGHT, name: 'Next door', kind: 'council', answersFor: ['emergency-duty'] });
    const productId = await made({ text: TEXT });
    expect(await products.read(productId, dutyWorker)).toMatchObject({ items: [{ itemId, text: TEXT }] });
    await police.states(itemId, { facts: { says: 'refused', to: { ...SOCIAL_CARE, agencyId: NIGHT } } });
    const opened = await products.read(productId, dutyWorker);
    expect(opened).toMatchObject({ words: 'Please help with mornings.', items: [] });
    // Outside the hub nobody reads that a holder said no.
    expect(opened).not.toHaveProperty('withheld');
    expect(JSON.stringify(opened)).not.toContain('park');
    expect((await products.lines(dutyWorker)).at(-1)).toMatchObject({
      ...{ outcome: 'DENY', visibility: 'absent', fromAgencyId: DEMO_AGENCIES.police },
    });
    expect(await products.read(productId, people.socialCareManager)).toMatchObject({ items: [{ text: TEXT }] });
  });
});
