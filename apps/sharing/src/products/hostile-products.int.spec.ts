import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  type EnvelopeRefusals,
  type OutwardProductMade,
  type Sealed,
} from '@mash/contracts';
import { generateSigningKey, SealingPublicKey, type EnvelopeIdsOf, type Sealer } from '@mash/sealing';
import { people } from '@mash/testing';
import { aRegisteredSystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { encryptedAnew } from '../../testing/hostile-envelopes';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const PLANTED = 'Saffron heron by the weir.';

/** Somebody writes into the table of products, as nobody can who comes through the service. */
describe('A product that somebody put in the place of the true one', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
  });

  const aProduct = async (): Promise<string> => {
    const { body } = await sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc' },
      ...{ toAgencyId: DEMO_AGENCIES.socialCare, personIds: [enquiry.personId], words: 'Please assess.' },
      ...{ envelopes: [], itemIds: [], people: [] },
    });
    return (body as OutwardProductMade).productId;
  };
  const rowOf = async (productId: string): Promise<Sealed> => {
    const [row] = await sharing.query<Sealed>('SELECT kid, envelope FROM outward_product WHERE product_id = $1', [
      productId,
    ]);
    if (row === undefined) throw new Error('No product');
    return row;
  };
  const idsOf = (productId: string): EnvelopeIdsOf<'outward'> => ({
    ...{ typ: 'outward', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId, productId },
    agencyId: DEMO_AGENCIES.socialCare,
  });
  const signed = (productId: string, sealer: Sealer, to?: SealingPublicKey): Promise<Sealed> =>
    enquiry.seal<'outward'>(idsOf(productId), { content: { words: PLANTED, items: [] }, sealer, ...(to && { to }) });
  const open = (productId: string) =>
    sharing.as(people.socialCareManager)('post', `/outward-products/${productId}/open`, { releaseId: newId() });

  test.each<[what: string, code: string, make: (productId: string) => Promise<Sealed>]>([
    ['made for another case', 'SEAL.HEADER_MISMATCH', async () => rowOf(await aProduct())],
    [
      'signed with the console’s key in the name of a manager',
      'SEAL.SIGNER_NOT_ENTITLED',
      (id) => signed(id, { key: sharing.consoleKey, sealedBy: { kind: 'person', id: people.manager.id } }),
    ],
    [
      'signed with the console’s key in the name of `sharing`',
      'SEAL.SIGNER_NOT_ENTITLED',
      (id) => signed(id, { key: sharing.consoleKey, sealedBy: { kind: 'system', id: 'sharing' } }),
    ],
    [
      'signed by the system of the agency that it goes to',
      'SEAL.SIGNER_NOT_ENTITLED',
      async (id) => {
        const its = { clientId: `team-${id}`, agencyId: DEMO_AGENCIES.socialCare };
        return signed(id, (await aRegisteredSystem(sharing, its)).sealer);
      },
    ],
    [
      'signed by nobody who is known',
      'SEAL.UNKNOWN_SIGNER',
      async (id) => {
        const { privateKey: key } = await generateSigningKey();
        return signed(id, { key, sealedBy: { kind: 'system', id: 'sharing' } });
      },
    ],
    [
      'of another case, encrypted again under the ids of this one',
      'SEAL.CLAIM_MISMATCH',
      async (productId) => {
        const theirs = await rowOf(await aProduct());
        const { kid } = enquiry.publicKey;
        return { kid, envelope: await encryptedAnew({ sharing, enquiry }, theirs, { productId, kid }) };
      },
    ],
    [
      'sealed to a key of another enquiry',
      'SEAL.WRONG_KEY',
      async (id) => {
        const { publicKey } = await AnEnquiry.begin(sharing);
        return signed(id, { key: sharing.consoleKey, sealedBy: { kind: 'person', id: people.manager.id } }, publicKey);
      },
    ],
    [
      'that is no envelope at all',
      'SEAL.MALFORMED',
      async (id) => ({ ...(await rowOf(id)), envelope: 'aaaaaaaaaa.a.aaaaaaaaaa.aaaa.aaaa' }),
    ],
  ])('%s opens to nobody, is reported, and no disclosure stands in the ledger', async (_what, code, make) => {
    const productId = await aProduct();
    const { kid, envelope } = await make(productId);
    await sharing.query('UPDATE outward_product SET kid = $2, envelope = $3 WHERE product_id = $1', [
      ...[productId, kid, envelope],
    ]);
    const { status, body, text } = await open(productId);
    expect([status, body.code]).toEqual([422, code]);
    expect(text).not.toMatch(/Saffron|heron|assess/);
    const { body: report } = await sharing.as(people.igOfficer)('get', '/envelope-refusals');
    const reported = (report as EnvelopeRefusals).refusals.filter(({ envelopeId }) => envelopeId === productId);
    expect(reported).toMatchObject([{ place: 'product', code }]);
    const told = 'SELECT 1 FROM disclosure WHERE recipient_id = $1 AND enquiry_id = $2';
    expect(await sharing.query(told, [people.socialCareManager.id, enquiry.enquiryId])).toEqual([]);
  });

  test('opens as it was made where nobody touched it', async () => {
    expect((await open(await aProduct())).body).toMatchObject({ words: 'Please assess.' });
  });
});
