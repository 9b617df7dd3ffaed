import { DEMO_AGENCIES, newId, type ConsentPreview, type Ledger, type LedgerEntry } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import { anAdult } from '../../testing/an-adult';
import type { consentWith } from '../../testing/a-consent';
import { letProductsBeRead, TO_EARLY_HELP, TO_REFERRER, type productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { ARecall } from '../../testing/a-recall';
import type { reviewsWith } from '../../testing/a-review';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const EARLY_HELP = { audience: 'team_eh', agencyId: DEMO_AGENCIES.earlyHelp };
const wrong = { says: 'wrong_recipient', recipientAgencyId: EARLY_HELP.agencyId } as const;
const CHILD = { kind: 'u13', relation: 'concern', parentalResponsibilityProven: true } as const;

describe('A handover that waits for a human, or was never sent, with an item that could go by itself', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let consent: ReturnType<typeof consentWith>;
  let reviews: ReturnType<typeof reviewsWith>;

  forEachTest((its) => ({ sharing, enquiry, consent, products, reviews } = its));
  beforeEach(() => letProductsBeRead(sharing));

  /** Of two children, about one of whom nobody was asked whether they want help. */
  const waiting = async () => {
    const { personId } = enquiry;
    const sibling = anAdult({ ...CHILD, competence: 'not_assessed' });
    enquiry.factsAre({
      decision: { threshold: 'early_help', colour: 'amber', urgent: false },
      intake: { people: [anAdult({ ...CHILD, personId, competence: 'not_assessed' }), sibling] },
    });
    for (const whose of [personId, sibling.personId]) await consent.state({ personId: whose });
    await consent.state({ kind: 'service' });
    await consent.hear();
    const { itemIds } = await enquiry.accepted({ text: 'He was seen alone.' });
    const released = { says: 'released_as_it_stands', to: EARLY_HELP } as const;
    await new AHolder(sharing, enquiry).states(itemIds[0] ?? '', { facts: released });
    const made = await products.make({ ...TO_EARLY_HELP, itemIds, personIds: [personId, sibling.personId] });
    expect(made).toMatchObject({ state: 'waiting_review', included: itemIds });
    return { productId: made.productId, itemId: itemIds[0] ?? '' };
  };
  /** Let go by a human, and left lying: nobody has pressed "Send". */
  const letGo = async () => {
    const made = await waiting();
    await answered('release');
    return made;
  };
  const sent = async () => {
    const made = await letGo();
    await products.handedOver(made.productId);
    return made;
  };
  const answered = async (how: 'release' | 'refuse') =>
    expect(await reviews.answerTheOne(how)).toMatchObject({ status: 204 });
  const told = () =>
    sharing.query(
      'SELECT agency_id AS "agencyId", holds FROM consent_notice WHERE enquiry_id = $1 AND agency_id = $2',
      [enquiry.enquiryId, EARLY_HELP.agencyId],
    );
  const withdrawn = async () => {
    await consent.state({ kind: 'service', state: 'withdrawn' });
    await consent.hear();
  };
  const previewed = async () => {
    const said = { personId: enquiry.personId, kind: 'service', state: 'withdrawn', givenBy: 'parent_with_pr' };
    const path = `/enquiries/${enquiry.enquiryId}/consents/preview`;
    const { body } = await sharing.as(people.analyst)('post', path, { ...said, bodies: [] });
    return (body as ConsentPreview).told;
  };
  const ofEarlyHelp = (entries: readonly LedgerEntry[]) =>
    entries.filter(
      ({ recipientAgencyId, visibility }) => recipientAgencyId === EARLY_HELP.agencyId && visibility === 'shown',
    );
  const ledger = async () => {
    const of = `enquiryId=${enquiry.enquiryId}`;
    const page = await sharing.as(people.igOfficer)('get', `/ledger?${of}`);
    const file = await sharing.as(people.igOfficer)('get', `/ledger/export?${of}&format=json`);
    const { entries } = page.body as Ledger;
    expect((file.body as Ledger).entries).toEqual(entries);
    return ofEarlyHelp(entries).map(({ notGone }) => notGone);
  };

  afterEach(() => sharing.others.down.clear());

  test('did not go to anybody wrongly: it is made anew instead, unless it went outside the platform', async () => {
    const { productId } = await waiting();
    const about = { kind: 'product', id: productId } as const;
    const recall = new ARecall(sharing, enquiry);
    expect(await recall.says(about, wrong, people.manager)).toMatchObject({ code: 'SHARING.RECIPIENT_NOT_THERE' });
    expect(await recall.says(about, { ...wrong, outsidePlatform: true }, people.manager)).toMatchObject({
      status: 200,
    });
  });

  test('took none of its items to the team before it is let go and sent', async () => {
    const { itemId, productId } = await waiting();
    const about = { kind: 'item', id: itemId } as const;
    const recall = new ARecall(sharing, enquiry);
    expect(await recall.says(about, wrong, people.manager)).toMatchObject({ code: 'SHARING.RECIPIENT_NOT_THERE' });
    await answered('release');
    expect(await recall.says(about, wrong, people.manager)).toMatchObject({ code: 'SHARING.RECIPIENT_NOT_THERE' });
    await products.handedOver(productId);
    expect(await recall.says(about, wrong, people.manager)).toMatchObject({ status: 200 });
  });

  test('did not go to anybody wrongly either while nobody has sent it', async () => {
    const { productId } = await letGo();
    const about = { kind: 'product', id: productId } as const;
    const recall = new ARecall(sharing, enquiry);
    expect(await recall.says(about, wrong, people.manager)).toMatchObject({ code: 'SHARING.RECIPIENT_NOT_THERE' });
    await products.handedOver(productId);
    expect(await recall.says(about, wrong, people.manager)).toMatchObject({ status: 200 });
  });

  test('that turns out to be about somebody else is asked of nobody any more, and never goes', async () => {
    const { productId } = await waiting();
    const about = { kind: 'product', id: productId } as const;
    expect(await new ARecall(sharing, enquiry).says(about, {}, people.manager)).toMatchObject({ status: 200 });
    expect(await reviews.waiting()).toEqual([]);
    expect(await products.announced(productId)).toEqual(['REVIEW', 'DENY']);
    await consent.state({ kind: 'service' });
    await consent.hear();
    expect(await products.announced(productId)).toEqual(['REVIEW', 'DENY']);
  });

  test('that its own team had outside the platform is asked of nobody any more, never goes, and is made anew', async () => {
    const { productId } = await waiting();
    const about = { kind: 'product', id: productId } as const;
    const said = await new ARecall(sharing, enquiry).says(about, { ...wrong, outsidePlatform: true }, people.manager);
    expect(said).toMatchObject({ status: 200, body: { breachId: expect.any(String) as string } });
    expect(await reviews.waiting()).toEqual([]);
    expect(await products.announced(productId)).toEqual(['REVIEW', 'DENY']);
    expect(await products.isStopped(productId)).toBe(true);
    await consent.state({ kind: 'service' });
    await consent.hear();
    expect(await products.announced(productId)).toEqual(['REVIEW', 'DENY']);
    const { productId: anew } = await products.make(TO_EARLY_HELP);
    await products.handedOver(anew);
    expect((await products.open(anew, people.earlyHelpCoordinator)).status).toBe(200);
  });

  test('that another agency had outside the platform waits on, goes to its team once it is let go, and opens', async () => {
    const { productId } = await waiting();
    const about = { kind: 'product', id: productId } as const;
    const toHealth = {
      says: 'wrong_recipient',
      recipientAgencyId: DEMO_AGENCIES.health,
      outsidePlatform: true,
    } as const;
    expect(await new ARecall(sharing, enquiry).says(about, toHealth, people.manager)).toMatchObject({ status: 200 });
    await answered('release');
    expect(await products.announced(productId)).toEqual(['REVIEW', 'PERMIT']);
    await products.handedOver(productId);
    expect((await products.open(productId, people.earlyHelpCoordinator)).status).toBe(200);
  });

  test('was given to nobody: neither the preview nor a notice tells the team that consent is gone', async () => {
    await waiting();
    expect(await previewed()).toEqual([]);
    await withdrawn();
    expect(await told()).toEqual([]);
  });

  test('is told of once it was let go and sent', async () => {
    await sent();
    expect(await previewed()).toEqual([EARLY_HELP.agencyId]);
    await withdrawn();
    expect(await told()).toEqual([{ agencyId: EARLY_HELP.agencyId, holds: ['disclosure', 'product'] }]);
  });

  test('is told of as soon as it is sent, where consent was taken back after it was let go', async () => {
    const { productId } = await letGo();
    expect(await previewed()).toEqual([]);
    await withdrawn();
    expect(await told()).toEqual([]);
    for (const _heard of ['once', 'twice']) await products.handedOver(productId);
    expect(await told()).toEqual([{ agencyId: EARLY_HELP.agencyId, holds: ['disclosure', 'product'] }]);
  });

  test('counts as sent while the owners of facts do not answer, and is told of once they do', async () => {
    const { productId } = await letGo();
    await withdrawn();
    sharing.others.down.set('contact-intake', 'broken').set('decision', 'broken');
    await products.handOver(productId);
    expect(await ledger()).toEqual([undefined]);
    await expect(products.hearSent()).rejects.toThrow();
    sharing.others.down.clear();
    await products.hearSent();
    expect(await told()).toEqual([{ agencyId: EARLY_HELP.agencyId, holds: ['disclosure', 'product'] }]);
  });

  test('is told of to nobody where another one was sent to that team, about somebody else', async () => {
    await letGo();
    await products.handedOver(newId());
    await withdrawn();
    expect(await told()).toEqual([]);
  });

  test('is no disclosure in the ledger until it goes, and none for good where a human says no', async () => {
    await waiting();
    expect(await ledger()).toEqual([true]);
    await answered('refuse');
    expect(await ledger()).toEqual([true]);
  });

  test('is one as soon as it is sent', async () => {
    const { productId } = await letGo();
    expect(await ledger()).toEqual([true]);
    await products.handedOver(productId);
    expect(await ledger()).toEqual([undefined]);
  });

  test('where it had to wait for nobody, was given to nobody before it is sent', async () => {
    const { itemIds } = await enquiry.accepted({ text: 'He was seen alone.' });
    const { productId, state } = await products.make({ itemIds });
    expect(state).toBe('made');
    const about = { kind: 'product', id: productId } as const;
    const socialCare = { says: 'wrong_recipient', recipientAgencyId: DEMO_AGENCIES.socialCare } as const;
    const says = () => new ARecall(sharing, enquiry).says(about, socialCare, people.manager);
    expect(await says()).toMatchObject({ code: 'SHARING.RECIPIENT_NOT_THERE' });
    await products.handedOver(productId);
    expect(await says()).toMatchObject({ status: 200 });
  });
});

describe('What may go, and was sent to nobody', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let recall: ARecall;

  forEachTest((its) => ({ sharing, enquiry, products } = its));
  beforeEach(() => (recall = new ARecall(sharing, enquiry)));

  const outside = (recipientAgencyId: string) =>
    ({ says: 'wrong_recipient', recipientAgencyId, outsidePlatform: true }) as const;
  const ITSELF = (productId: string) => ({ kind: 'product', id: productId }) as const;
  const ITS_PERSON = () => ({ kind: 'person', id: enquiry.personId }) as const;

  describe.each([
    ['a handover', {}, DEMO_AGENCIES.socialCare],
    ['a letter', TO_REFERRER, DEMO_AGENCIES.school],
  ])('as %s', (_, what, toAgencyId) => {
    const mayGo = async () => {
      const { productId, state } = await products.make(what);
      expect(state).toBe('made');
      expect(await products.announced(productId)).toEqual(['PERMIT']);
      return productId;
    };

    test.each([
      ['is about the wrong person', ITSELF, {}],
      ['is about nobody but somebody who was matched wrongly', ITS_PERSON, {}],
      ['was had outside the platform by those whom it is for', ITSELF, outside(toAgencyId)],
    ])('never goes once it is said that it %s, and that is announced once', async (_says, about, its) => {
      const productId = await mayGo();
      expect(await recall.says(about(productId), its, people.manager)).toMatchObject({ status: 200 });
      expect(await products.announced(productId)).toEqual(['PERMIT', 'DENY']);
      expect((await products.open(productId, people.manager)).status).toBe(410);
      await recall.says(ITS_PERSON(), {}, people.manager);
      await recall.says(ITSELF(productId), {}, people.manager);
      expect(await products.announced(productId)).toEqual(['PERMIT', 'DENY']);
    });

    test('goes where it was another agency that had it outside the platform', async () => {
      const productId = await mayGo();
      expect(await recall.says(ITSELF(productId), outside(DEMO_AGENCIES.health), people.manager)).toMatchObject({
        status: 200,
      });
      expect(await products.announced(productId)).toEqual(['PERMIT']);
    });

    test('is with those whom it is for once it was sent: that it is recalled stops nothing any more', async () => {
      const productId = await mayGo();
      await products.handedOver(productId);
      expect(await recall.says(ITSELF(productId), {}, people.manager)).toMatchObject({ status: 200 });
      expect(await products.announced(productId)).toEqual(['PERMIT']);
    });
  });

  test('is stopped together with a letter that waits about them, which nobody lets go any more', async () => {
    const { productId } = await products.make(TO_REFERRER);
    await sharing.query(`UPDATE sharing_decision SET outcome = 'REVIEW' WHERE about_id = $1`, [productId]);
    const { productId: other } = await products.make({});
    expect(await recall.says(ITS_PERSON(), {}, people.manager)).toMatchObject({ status: 200 });
    expect(await products.announced(productId)).toEqual(['PERMIT', 'DENY']);
    expect(await products.announced(other)).toEqual(['PERMIT', 'DENY']);
    const isStopped = () => products.isStopped(productId);
    expect(await isStopped()).toBe(true);
    expect(await recall.says(ITS_PERSON(), { says: 'confirmed' }, people.manager)).toMatchObject({ status: 200 });
    expect(await isStopped()).toBe(true);
  });

  test('and names somebody else as well goes as a letter; not as a handover, which says more of them than that they were reported', async () => {
    const other = anAdult({ ...CHILD, competence: 'not_assessed' });
    const personIds = [enquiry.personId, other.personId];
    enquiry.factsAre({ intake: { people: [anAdult({ ...CHILD, personId: enquiry.personId }), other] } });
    const { productId: letter } = await products.make({ ...TO_REFERRER, personIds });
    const { productId: handover } = await products.make({ personIds });
    const announced = () => Promise.all([letter, handover].map((productId) => products.announced(productId)));
    expect(await announced()).toEqual([['PERMIT'], ['PERMIT']]);
    expect(await recall.says(ITS_PERSON(), {}, people.manager)).toMatchObject({ status: 200 });
    expect(await announced()).toEqual([['PERMIT'], ['PERMIT', 'DENY']]);
  });

  test('as a letter that was written when the match was known to be wrong goes, and opens', async () => {
    await products.make({});
    expect(await recall.says(ITS_PERSON(), {}, people.manager)).toMatchObject({ status: 200 });
    const { productId } = await products.make(TO_REFERRER);
    expect(await products.announced(productId)).toEqual(['PERMIT']);
    expect((await products.open(productId, people.manager)).status).toBe(200);
  });
});

describe('A letter to the referrer', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;

  forEachTest((its) => ({ sharing, enquiry, products } = its));

  test('was given to nobody before its referrer is told that there is one, and never where they asked not to hear back', async () => {
    const { productId, state } = await products.make(TO_REFERRER);
    expect(state).toBe('made');
    const about = { kind: 'product', id: productId } as const;
    const school = { says: 'wrong_recipient', recipientAgencyId: DEMO_AGENCIES.school } as const;
    const says = () => new ARecall(sharing, enquiry).says(about, school, people.manager);
    await products.toldReferrer();
    expect(await says()).toMatchObject({ code: 'SHARING.RECIPIENT_NOT_THERE' });
    await products.toldReferrer(productId);
    expect(await says()).toMatchObject({ status: 200 });
  });
});
