import { DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import type { EnvelopeRefusals, KeyLease, Sealed } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { sealEnvelope, SealingPublicKey, SigningPublicKey, verifyLease } from '@mash/sealing';
import { people } from '@mash/testing';
import { startSharing } from '../../testing/start-sharing';
import type { Sharing } from '../../testing/start-sharing';
import { KEY_SETTINGS } from './key-settings';
import type { KeySettings } from './key-settings';
import { KeyStore } from './key-store';

describe('Enquiry keys', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
  });
  afterAll(() => sharing.close());

  const client = () => sharing.asSystem(['keys:lease']);
  const lease = async (): Promise<KeyLease> => {
    const body = { partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', count: 1 };
    return ((await client()('post', '/keys/leases', body)).body as { leases: [KeyLease] }).leases[0];
  };
  const bind = (kid: string, enquiryId: string, partnershipId: string = DEMO_PARTNERSHIP) =>
    sharing.app
      .get(UnitOfWork)
      .run((tx) => sharing.app.get(KeyStore).bind(tx, kid, { enquiryId, sealedId: newId(), partnershipId }));

  test('are leased signed, to clients with the scope alone', async () => {
    const { signingKey } = sharing.app.get<KeySettings>(KEY_SETTINGS);
    const expected = { partnershipId: DEMO_PARTNERSHIP, uses: ['enquiry'], now: new Date() } as const;
    const pinned = SigningPublicKey.parse(signingKey);
    expect(await verifyLease(await lease(), pinned, expected)).toMatchObject({ use: 'enquiry' });
    const body = { partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', count: 1 };
    expect((await sharing.asSystem(['facts:read'])('post', '/keys/leases', body)).status).toBe(403);
    expect((await sharing.as(people.manager)('post', '/keys/leases', body)).status).toBe(403);
  });

  test('bind once: to a second enquiry, or from another partnership, never', async () => {
    const [{ kid }, enquiryId] = [await lease(), newId()];
    await bind(kid, enquiryId);
    await bind(kid, enquiryId);
    await expect(bind(kid, newId())).rejects.toMatchObject({ code: 'SEAL.WRONG_KEY' });
    await expect(bind((await lease()).kid, newId(), newId())).rejects.toMatchObject({ code: 'SEAL.WRONG_KEY' });
    expect((await client()('get', `/enquiries/${enquiryId}/key`)).body).toMatchObject({ kid });
  });

  test('once bound are signed for their enquiry alone', async () => {
    const [{ kid }, enquiryId] = [await lease(), newId()];
    await bind(kid, enquiryId);
    const { body: offered } = await client()('get', `/enquiries/${enquiryId}/key`);
    const pinned = SigningPublicKey.parse(sharing.app.get<KeySettings>(KEY_SETTINGS).signingKey);
    const expected = { partnershipId: DEMO_PARTNERSHIP, uses: ['enquiry'], now: new Date() } as const;
    expect(await verifyLease(offered, pinned, { ...expected, enquiryId })).toMatchObject({ kid, enquiryId });
    const refused = { code: 'SEAL.LEASE_WRONG_ENQUIRY' };
    await expect(verifyLease(offered, pinned, { ...expected, enquiryId: newId() })).rejects.toMatchObject(refused);
    await expect(verifyLease(offered, pinned, expected)).rejects.toMatchObject(refused);
  });

  test('used as overflow give each enquiry a key of its own', async () => {
    const overflow = (await client()('get', `/keys/overflow?partnershipId=${DEMO_PARTNERSHIP}`)).body as KeyLease;
    const enquiries = [newId(), newId()];
    for (const enquiryId of enquiries) await bind(overflow.kid, enquiryId);
    const keys = await Promise.all(enquiries.map((enquiryId) => client()('get', `/enquiries/${enquiryId}/key`)));
    const kids = keys.map(({ body }) => (body as KeyLease).kid);
    expect(new Set([...kids, overflow.kid]).size).toBe(3);
  });

  test('open a draft to its author and to nobody else', async () => {
    const { publicKey: offered } = await lease();
    const [draftId, publicKey, author] = [newId(), SealingPublicKey.parse(offered), people.teacher];
    const envelope = await sealEnvelope<'draft'>({
      header: { typ: 'draft', version: 1, partnershipId: DEMO_PARTNERSHIP, draftId, authorId: author.id },
      ...{ facts: {}, content: { words: 'Not sent yet' }, publicKey, sealedAt: new Date() },
      sealer: { key: sharing.consoleKey, sealedBy: { kind: 'person', id: author.id } },
    });
    const sealed: Sealed = { kid: publicKey.kid, envelope };
    const open = (as: typeof people.manager) => sharing.as(as)('post', '/drafts/open', { draftId, sealed });
    expect((await open(author)).body).toEqual({ content: { words: 'Not sent yet' } });
    for (const as of [people.doctor, people.manager]) expect((await open(as)).status).toBe(404);

    const elsewhere = { draftId: newId(), sealed };
    const garbled = { draftId, sealed: { ...sealed, envelope: `${envelope.slice(0, -4)}AAAA` } };
    for (const draft of [elsewhere, garbled]) {
      const refused = await sharing.as(author)('post', '/drafts/open', draft);
      expect([refused.status, refused.body.code]).toEqual([422, expect.stringMatching(/^SEAL\./)]);
    }
    const { body: report } = await sharing.as(people.igOfficer)('get', '/envelope-refusals');
    const drafts = (report as EnvelopeRefusals).refusals.map(({ place, envelopeId }) => ({ place, envelopeId }));
    expect(drafts).toEqual([elsewhere, garbled].reverse().map((its) => ({ place: 'draft', envelopeId: its.draftId })));
  });
});
