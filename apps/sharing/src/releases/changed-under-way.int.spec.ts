import type { PersonActor } from '@mash/authorisation';
import { CaseAccessRepository } from '@mash/case-access';
import { DEMO_PARTNERSHIP, newId, type EnvelopeToOpen, type OutwardProductMade } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import { SOCIAL_CARE } from '../../testing/a-holder';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

interface Asking {
  readonly as: PersonActor;
  readonly path: string;
  readonly body: object;
}

/** A release asks other services first, and may wait seconds for one that is slow: what is said meanwhile counts. */
describe('While a release waits for a slow owner of its facts,', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let agreementId: string;
  let row: EnvelopeToOpen;
  let itemId: string;

  beforeAll(async () => {
    sharing = await startSharing();
    ({ agreementId } = await establish(sharing));
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
    const answer = await enquiry.accepted({ text: 'Called to the address twice in May.' });
    ({ row } = answer);
    [itemId = ''] = answer.itemIds;
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
  });
  afterAll(() => sharing.close());

  /** Asks while `contact-intake` answers only once `meanwhile` is done. */
  const askWhile = async (asking: Asking, meanwhile: () => Promise<unknown>) => {
    const path = `/contact-intake/facts/enquiries/${enquiry.enquiryId}`;
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    let goOn: () => void = () => undefined;
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
    sharing.others.asked.set(path, async () => {
      begun();
      await mayGoOn;
      return sharing.others.answers.get(path);
    });
    const answer = sharing
      .as(asking.as)('post', asking.path, asking.body)
      .then((got) => got);
    await hasBegun;
    await new Promise((resolve) => setTimeout(resolve, 300)); // everything else that it asks has been answered
    await meanwhile();
    goOn();
    sharing.others.asked.delete(path);
    return answer;
  };
  const release = (): Asking => ({
    as: people.analyst,
    path: '/releases',
    body: {
      ...{ releaseId: newId(), enquiryId: enquiry.enquiryId, mode: 'content', purpose: 'S47', envelopes: [row] },
    },
  });
  const releaseWhile = (meanwhile: () => Promise<unknown>) => askWhile(release(), meanwhile);
  const outcomes = () =>
    sharing.query<{ visibility: string }>('SELECT visibility FROM disclosure WHERE enquiry_id = $1', [
      enquiry.enquiryId,
    ]);

  test('nothing said leaves it as it was', async () => {
    const { body } = await releaseWhile(() => Promise.resolve());
    expect(body).toMatchObject({ items: [{ visibility: 'shown' }] });
  });

  const product = (): Asking => ({
    as: people.manager,
    path: '/outward-products',
    body: {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
      ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
      ...{ words: 'Please assess.', itemIds: [itemId], people: [] },
    },
  });
  const openedProduct = async (): Promise<Asking> => {
    const { as, path, body } = product();
    const made = (await sharing.as(as)('post', path, body)).body as OutwardProductMade;
    expect(made).toMatchObject({ state: 'made', included: [itemId] });
    const opening = { releaseId: newId() };
    return { as: people.socialCareManager, path: `/outward-products/${made.productId}/open`, body: opening };
  };
  const ownItem = (path: string): Asking => ({
    as: people.policeLiaison,
    path,
    body: { releaseId: newId(), enquiryId: enquiry.enquiryId, itemId },
  });
  const saidOf = (accountId: string) => () =>
    sharing.app.get(UnitOfWork).run((tx) =>
      sharing.app.get(CaseAccessRepository).learn(tx, DEMO_PARTNERSHIP, {
        ...{ enquiryId: enquiry.enquiryId, version: 1, restricted: false, named: [], conflicts: [accountId] },
      }),
    );
  const refusals = (accountId: string) =>
    sharing.query(
      `SELECT envelope -> 'data' ->> 'action' AS action
         FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'reasonCode' = 'CONFLICT' AND envelope -> 'data' ->> 'enquiryId' = $1
          AND envelope -> 'data' -> 'actor' ->> 'id' = $2`,
      [enquiry.enquiryId, accountId],
    );

  describe.each<[what: string, action: string, asking: () => Asking | Promise<Asking>]>([
    ['a release', 'release.content', release],
    ['making an outward product', 'outward-product.make', product],
    ['opening an outward product', 'outward-product.open', openedProduct],
    ['an agency that reads its own item', 'holder-item.open', () => ownItem('/holder-items/open')],
    ['an agency that reads all that it said', 'holder-item.open-own', () => ownItem('/holder-items/open-own')],
  ])('%s', (_, action, asking) => {
    test('is answered where nothing is said meanwhile', async () => {
      const { status } = await askWhile(await asking(), () => Promise.resolve());
      expect(status).toBeLessThan(300);
    });

    test('is shut by a conflict of interest: nothing is shown, no line says that it was, and the log says why', async () => {
      const call = await asking();
      const before = await outcomes();
      const { status, body, text } = await askWhile(call, saidOf(call.as.id));
      expect({ status, body: body as object }).toMatchObject({ status: 404, body: { code: 'ENQUIRY.NOT_FOUND' } });
      expect(text).not.toContain('address');
      expect(await outcomes()).toEqual(before);
      expect(await refusals(call.as.id)).toEqual([{ action }]);
    });

    test('is not shut by a conflict of somebody else', async () => {
      const { status } = await askWhile(await asking(), saidOf(people.deputyManager.id));
      expect(status).toBeLessThan(300);
    });
  });

  test('an agreement that is stopped permits it no more', async () => {
    const { body } = await releaseWhile(async () => {
      const { status } = await sharing.as(people.igOfficer)('post', `/agreements/${agreementId}/stop`);
      expect(status).toBe(204);
    });
    expect(body).toMatchObject({ items: [{ visibility: 'withheld' }] });
    expect(await outcomes()).toEqual([{ visibility: 'withheld' }]);
  });
});
