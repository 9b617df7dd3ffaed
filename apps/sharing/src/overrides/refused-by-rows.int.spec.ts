import { DEMO_AGENCIES, DEMO_PARTNERSHIP, handoverDigest, newId, type OverrideGround } from '@mash/contracts';
import { people } from '@mash/testing';
import type { PersonActor } from '@mash/authorisation';
import { AHolder } from '../../testing/a-holder';
import { anAdult } from '../../testing/an-adult';
import type { consentWith } from '../../testing/a-consent';
import type { productsWith } from '../../testing/a-product';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const TEXT = 'He was seen near the school.';
const third: PersonActor = { ...people.deputyManager, id: '0198aaaa-0000-7000-8000-000000000423' };
const ROLES: AnItem['facts'] = { handling: 'C', condition: { kind: 'ROLES', roles: ['mash-manager'] } };

describe('An item that the rules alone refuse', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let consent: ReturnType<typeof consentWith>;

  forEachTest((its) => ({ sharing, enquiry, consent, products } = its));
  beforeEach(() => {
    for (const { id } of [people.deputyManager, third])
      sharing.others.access.set(id, { access: 'ordinary', audience: 'hub_manager' });
  });

  const fresh = (person: PersonActor): PersonActor => ({ ...person, signedInAt: Math.floor(Date.now() / 1000) });
  const another = fresh(people.deputyManager);
  const propose = async (decisionId: string, strikes: string[], grounds: OverrideGround[] = ['OV_LIFE']) => {
    const overrideId = newId();
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId, reviewId: overrideId };
    const reason = { reason: 'He is on his way to the school.' };
    const sealedReason = await enquiry.seal<'review'>(
      { typ: 'review', version: 1, ...ids },
      { content: reason, by: another.id },
    );
    const body = { overrideId, grounds, strikes, sealedReason };
    const { status } = await sharing.as(another)('post', `/sharing-decisions/${decisionId}/override`, body);
    expect(status).toBe(201);
    const confirmed = await sharing.as(fresh(third))('post', `/overrides/${overrideId}/confirm`, {
      answer: 'confirm',
    });
    expect(confirmed.status).toBe(204);
  };
  const options = (decisionId: string, as = another) =>
    sharing.as(as)('get', `/sharing-decisions/${decisionId}/override`);
  const decisions = () =>
    sharing.query<{ id: string }>(
      `SELECT sharing_decision_id AS id FROM sharing_decision WHERE enquiry_id = $1 AND about_kind = 'item' AND outcome = 'DENY'`,
      [enquiry.enquiryId],
    );

  test('for a team that its condition leaves out goes once two managers override it', async () => {
    const { itemIds } = await enquiry.accepted({ text: TEXT, facts: ROLES });
    const made = await products.make({ itemIds });
    const [left] = made.leftOut;
    expect(left).toMatchObject({ code: 'WITHHELD', sharingDecisionId: expect.any(String) as string });
    const decisionId = left?.sharingDecisionId ?? '';
    expect((await options(decisionId)).body).toMatchObject({ strikes: [{ code: 'WITHHELD' }] });
    expect(await options(decisionId, fresh(people.manager))).toMatchObject({
      status: 403,
      body: { code: 'SHARING.SELF_OVERRIDE', detail: expect.stringContaining('first to open it') as string },
    });
    await propose(decisionId, ['WITHHELD']);
    expect(await products.make({ itemIds })).toMatchObject({ state: 'made', included: itemIds });
  });

  test('because its holder said no unasked opens to the hub once it is overridden, and is kept once', async () => {
    const { itemIds, row } = await enquiry.accepted({ text: TEXT });
    const [itemId = ''] = itemIds;
    const to = { audience: 'hub_analyst', agencyId: DEMO_AGENCIES.council };
    await new AHolder(sharing, enquiry).states(itemId, { facts: { says: 'refused', to } });
    const look = async () => (await enquiry.released([row], {}, people.analyst)).items[0];
    expect(await look()).toMatchObject({ visibility: 'withheld', reason: { code: 'HOLDER_REFUSED' } });
    await look();
    const kept = await decisions();
    expect(kept).toHaveLength(1);
    expect(await look()).toMatchObject({ decisionId: kept[0]?.id, overridable: true });
    await propose(kept[0]?.id ?? '', ['HOLDER_REFUSED']);
    const shown = await look();
    expect(shown).toMatchObject({ visibility: 'shown', outcome: 'PERMIT' });
    expect(shown).not.toHaveProperty('overridable');
  });

  test('for want of an agreement goes to a charity once it is overridden, and alone', async () => {
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    for (const kind of ['sharing', 'service'] as const) await consent.state({ kind });
    const { itemIds } = await enquiry.accepted({ text: TEXT });
    const to = { audience: 'team_other', agencyId: 'a-charity' };
    await new AHolder(sharing, enquiry).states(itemIds[0] ?? '', { facts: { says: 'released_as_it_stands', to } });
    const handover = { audience: 'team_other', toAgencyId: 'a-charity', purpose: 'S17', itemIds } as const;
    const refused = await products.make(handover);
    expect(refused).toMatchObject({ state: 'refused' });
    const decisionId = refused.leftOut[0]?.sharingDecisionId ?? '';
    await propose(decisionId, ['NOTHING_AGREED']);
    const { productId, ...made } = await products.make(handover);
    const wordsLeftOut = expect.objectContaining({ code: 'NOTHING_AGREED' }) as object;
    const about = { personIds: [enquiry.personId], included: itemIds, leftOut: [] };
    expect(made).toEqual({ state: 'made', ...about, wordsLeftOut });
    expect(await products.read(productId, people.manager)).toMatchObject({ words: '', people: [], wordsLeftOut });
  });

  describe('because the family refuses help', () => {
    const TO_EARLY_HELP = { audience: 'team_eh', agencyId: DEMO_AGENCIES.earlyHelp };
    const handover = { audience: 'team_eh', toAgencyId: TO_EARLY_HELP.agencyId, purpose: 'EH' } as const;
    const coordinator = people.earlyHelpCoordinator;
    const sibling = anAdult({ kind: '13_15', relation: 'concern', objects: true, parentalResponsibilityProven: true });
    const father = anAdult({ parentalResponsibilityProven: true });
    const sentence = 'Help is by agreement, and the family does not agree.';
    const HELP_BY_AGREEMENT = { code: 'HELP_BY_AGREEMENT', sentence };

    beforeEach(() => {
      sharing.others.access.set(coordinator.id, { access: 'ordinary', audience: 'team_eh' });
    });

    /** Their mother agreed to sharing for both and refuses help with one, about whom an item goes by an override. */
    const overridden = async () => {
      const { personId } = enquiry;
      const child = { kind: 'u13', relation: 'concern', competence: 'not_assessed' } as const;
      enquiry.factsAre({
        decision: { threshold: 's17', colour: 'amber', urgent: false },
        intake: { people: [anAdult({ ...child, personId, parentalResponsibilityProven: true }), sibling, father] },
      });
      for (const whose of [personId, sibling.personId]) await consent.state({ personId: whose });
      await consent.state({ kind: 'service', personId: sibling.personId });
      await consent.state({ kind: 'service', state: 'refused' });
      const { itemIds } = await enquiry.accepted({ text: TEXT });
      const released = { says: 'released_as_it_stands', to: TO_EARLY_HELP } as const;
      await new AHolder(sharing, enquiry).states(itemIds[0] ?? '', { facts: released });
      const refused = await products.make({ ...handover, itemIds });
      expect(refused).toMatchObject({ state: 'refused', leftOut: [HELP_BY_AGREEMENT] });
      await propose(refused.leftOut[0]?.sharingDecisionId ?? '', ['HELP_BY_AGREEMENT'], ['OV_WELFARE']);
      return itemIds;
    };
    const both = () => {
      const personIds = [enquiry.personId, sibling.personId];
      const names = ['Wren Quillfeather', 'Robin Quillfeather'];
      return {
        personIds,
        people: personIds.map((personId, at) => ({ personId, displayName: names[at], birthDate: '2014-05-06' })),
      };
    };
    const isOfNobodyElse = (opened: object) =>
      expect(JSON.stringify(opened)).not.toMatch(new RegExp(`mornings|Quillfeather|2014|${sibling.personId}`));

    test('goes alone, and nothing of a sibling about whom a manager would have to decide first', async () => {
      const itemIds = await overridden();
      const alone = { ...handover, ...both(), itemIds };
      expect(await products.make({ ...alone, itemIds: [] })).toMatchObject({ state: 'refused' });
      const { productId, ...made } = await products.make(alone);
      const about = { personIds: [enquiry.personId], included: itemIds, leftOut: [] };
      expect(made).toEqual({ state: 'made', ...about, wordsLeftOut: HELP_BY_AGREEMENT });
      const opened = await products.read(productId, coordinator);
      expect(opened).toMatchObject({ words: '', people: [], items: [{ text: TEXT }] });
      expect(opened).not.toHaveProperty('wordsLeftOut');
      isOfNobodyElse(opened);
      const { personIds } = about;
      expect(await products.digests(productId)).toEqual([handoverDigest({ productId, ...handover, personIds })]);
      expect(await products.lines(coordinator)).toEqual([
        expect.objectContaining({ outcome: 'PERMIT', visibility: 'shown' }),
      ]);
      const inTheHub = await products.read(productId, people.manager);
      expect(inTheHub).toMatchObject({ words: '', people: [], wordsLeftOut: HELP_BY_AGREEMENT });
      expect(inTheHub).not.toHaveProperty('closedToRecipient');
    });

    test('takes no place of a handover that waits about the sibling alone: it is about nobody of that', async () => {
      const itemIds = await overridden();
      const own = await products.make({ ...handover, personIds: [sibling.personId], people: [] });
      expect(own).toMatchObject({ state: 'waiting_review' });
      expect(await products.make({ ...handover, ...both(), itemIds })).toMatchObject({ state: 'made' });
      expect(await products.announced(own.productId)).toEqual(['REVIEW']);
      expect(await products.isStopped(own.productId)).toBe(false);
    });

    test('stays alone once they do not refuse it any more, for nobody was asked about the words', async () => {
      const itemIds = await overridden();
      const { productId } = await products.make({ ...handover, itemIds });
      await consent.state({ kind: 'service', givenById: father.personId });
      const opened = await products.read(productId, coordinator);
      expect(opened).toMatchObject({ words: '', people: [] });
      isOfNobodyElse(opened);
    });
  });
});
