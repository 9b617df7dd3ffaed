import { DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import { generateSealingKey, generateSigningKey, readEnvelopeHeader, signLease } from '@mash/sealing';
import { AgencySystem } from './agency-system.mjs';

// Node gives the built library to an ES module as one default; here it is made of the sources.
jest.mock('@mash/sealing', () => {
  const sealing = jest.requireActual<object>('@mash/sealing');
  return { __esModule: true, ...sealing, default: sealing };
});

interface Sent {
  readonly envelopes: readonly { readonly sealed: { readonly kid: string; readonly envelope: string } }[];
}

describe('The key that an agency’s system answers to', () => {
  const [enquiryId, personId] = [newId(), newId()];
  const facts = { identity: 'confirmed', items: [] };
  const coverage = { state: 'not_known', systems: [{ name: 'Records' }], identifiersUsed: ['name'] };
  const content = { coverage: { ...coverage, datesFrom: '2016-01-01', datesTo: '2026-11-20' }, items: [] };
  const posted: Sent[] = [];
  const real = globalThis.fetch;
  beforeAll(() => {
    globalThis.fetch = (url, init) => {
      const isAnswer = (url as string).endsWith('/answers');
      if (isAnswer) posted.push(JSON.parse(init?.body as string) as Sent);
      return Promise.resolve(Response.json(isAnswer ? { late: false } : { access_token: 'a-token' }));
    };
  });
  beforeEach(() => posted.splice(0));
  afterAll(() => {
    globalThis.fetch = real;
  });

  async function made() {
    const [own, sharing, thief] = await Promise.all([generateSigningKey(), generateSigningKey(), generateSigningKey()]);
    const system = new AgencySystem({
      ...{ clientId: 'riverside-health-records', clientSecret: 'x', agencyId: 'riverside-health-trust' },
      ...{ partnershipId: DEMO_PARTNERSHIP, key: own.privateKey, sharingKey: sharing.publicKey },
      urls: { OIDC_ISSUER: 'http://identity.test', AGENCY_REQUESTS_URL: 'http://requests.test' },
    });
    const { publicKey } = await generateSealingKey();
    const expiresAt = new Date(Date.now() + 86_400_000);
    const offer = { publicKey, partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', expiresAt, enquiryId } as const;
    const lines = [{ personId, state: 'issued' }];
    const answer = (answerKey: unknown) =>
      system.answer({ requestId: newId(), enquiryId, agencyId: 'riverside-health-trust', lines, answerKey }, () => ({
        facts,
        content,
      }));
    return { answer, offer, sharing, thief };
  }

  test('is used where sharing signed it for this enquiry', async () => {
    const { answer, offer, sharing } = await made();
    await answer(await signLease(offer, sharing.privateKey));
    expect(posted[0]?.envelopes.map(({ sealed }) => readEnvelopeHeader(sealed.envelope).kid)).toEqual([
      offer.publicKey.kid,
    ]);
  });

  test('is refused where anybody else offers it: nothing is sealed, nothing is sent', async () => {
    const { answer, offer, sharing, thief } = await made();
    const hostile: [unknown, string][] = [
      [{ kid: offer.publicKey.kid, jwk: offer.publicKey }, 'SEAL.LEASE_MALFORMED'],
      [await signLease(offer, thief.privateKey), 'SEAL.LEASE_UNTRUSTED'],
      [await signLease({ ...offer, enquiryId: newId() }, sharing.privateKey), 'SEAL.LEASE_WRONG_ENQUIRY'],
      [await signLease({ ...offer, expiresAt: new Date(0) }, sharing.privateKey), 'SEAL.LEASE_EXPIRED'],
      [undefined, 'SEAL.LEASE_MALFORMED'],
    ];
    for (const [offered, code] of hostile) await expect(answer(offered)).rejects.toMatchObject({ code });
    expect(posted).toEqual([]);
  });
});
