import { newId, type Ledger, type OutwardProductMade } from '@mash/contracts';
import { generateSigningKey, type SigningPrivateKey } from '@mash/sealing';
import { people } from '@mash/testing';
import { SOCIAL_CARE } from '../../testing/a-holder';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { isSigned, signAttestation } from '../rows/signed-attestation';

jest.setTimeout(120_000);

type Process = Pick<Sharing, 'as' | 'app' | 'close'>;

/** The service itself signs products, ledger lines and rulings. A key is exchanged once a year, and they are kept for longer. */
describe('What this service sealed before its own key was exchanged', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let itemIds: readonly string[];
  let fresh: SigningPrivateKey;
  const until = () => new Date();
  const processes: Process[] = [];

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    fresh = (await generateSigningKey()).privateKey;
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    const answer = await enquiry.accepted({ text: 'He was seen alone in the park in May.' });
    itemIds = answer.itemIds;
  });
  afterAll(async () => {
    for (const one of processes) await one.close();
    await sharing.close();
  });

  const exchanged = async (its: { listed: boolean; until?: Date }): Promise<Process> => {
    const { kty, crv, kid, x } = sharing.ownKey;
    const earlier = { key: { kty, crv, kid, x }, until: its.until ?? until() };
    const one = await sharing.another({ signingKey: fresh, earlierSigningKeys: its.listed ? [earlier] : [] });
    processes.push(one);
    return one;
  };
  const make = async (by: Pick<Sharing, 'as'>) =>
    (
      await by.as(people.manager)('post', '/outward-products', {
        ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
        ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
        ...{ words: 'Please assess.', itemIds, people: [] },
      })
    ).body as OutwardProductMade;
  const open = (by: Pick<Sharing, 'as'>, productId: string) =>
    by.as(people.socialCareManager)('post', `/outward-products/${productId}/open`, { releaseId: newId() });
  const entries = async (by: Pick<Sharing, 'as'>) =>
    ((await by.as(people.igOfficer)('get', `/ledger?enquiryId=${enquiry.enquiryId}`)).body as Ledger).entries;
  const signerOf = async (productId: string) => {
    const [row] = await sharing.query<{ envelope: string }>(
      'SELECT envelope FROM outward_product WHERE product_id = $1',
      [productId],
    );
    return JSON.stringify(row);
  };

  test('opens, and new things are sealed by the new key alone', async () => {
    const old = await make(sharing);
    expect((await open(sharing, old.productId)).status).toBe(200);
    const before = await entries(sharing);
    expect(before[0]).toHaveProperty('category');
    const now = await exchanged({ listed: true });
    const opened = await open(now, old.productId);
    expect(opened).toMatchObject({ status: 200, body: { items: [{ itemId: itemIds[0] }] } });
    const after = (await entries(now)).filter((one) => before.some((had) => had.disclosureId === one.disclosureId));
    expect(after).toEqual(before); // with their items' categories and reasons, which lie sealed
    const made = await make(now);
    expect((await open(now, made.productId)).status).toBe(200);
    expect((await open(sharing, made.productId)).status).toBe(422); // who knows the old key alone does not know the new one
    expect(await signerOf(made.productId)).not.toBe(await signerOf(old.productId));
  });

  test('does not open where its key is not listed', async () => {
    const old = await make(sharing);
    const now = await exchanged({ listed: false });
    expect((await open(now, old.productId)).status).toBe(422);
  });

  test('what the old key sealed after its end is refused', async () => {
    const now = await exchanged({ listed: true, until: new Date(Date.now() - 60_000) });
    const late = await make(sharing);
    expect(await open(now, late.productId)).toMatchObject({
      status: 422,
      body: { code: expect.stringMatching(/^SEAL\./) as string },
    });
  });

  test('the hashes of rows count by the key of their time, and no other', async () => {
    const [partnershipId, attestationId] = [newId(), newId()];
    const rows = await signAttestation(attestationId, partnershipId, [], sharing.ownKey);
    const { kty, crv, kid, x } = sharing.ownKey;
    const key = { kty, crv, kid, x };
    const signed = (end: number | undefined) =>
      isSigned(rows, partnershipId, {
        signingKey: fresh,
        earlierSigningKeys: end === undefined ? [] : [{ key, until: new Date(Date.now() + end) }],
      });
    expect([await signed(1000), await signed(-60_000), await signed(undefined)]).toEqual([true, false, false]);
  });
});
