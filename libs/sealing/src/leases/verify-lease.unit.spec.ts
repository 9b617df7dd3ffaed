import { DEMO_PARTNERSHIP, newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import { generateSealingKey, generateSigningKey } from '../keys/generate-keys';
import { signLease } from './sign-lease';
import { verifyLease } from './verify-lease';

const now = new Date('2026-11-02T09:30:00Z');
const expiresAt = new Date('2026-11-03T09:30:00Z');
const expected = { partnershipId: DEMO_PARTNERSHIP, uses: ['enquiry'], now } as const;

describe('A leased key', () => {
  const aLease = async () => {
    const [sharing, { publicKey }] = [await generateSigningKey(), await generateSealingKey()];
    const lease = await signLease(
      { publicKey, partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', expiresAt },
      sharing.privateKey,
    );
    return { sharing, lease };
  };

  test('is believed when the sharing service signed it for this partnership and use, and it runs', async () => {
    const { lease, sharing } = await aLease();
    await expect(verifyLease(JSON.parse(JSON.stringify(lease)), sharing.publicKey, expected)).resolves.toEqual(lease);
  });

  test.each([
    ['for another partnership', { ...expected, partnershipId: OTHER_PARTNERSHIP }, 'SEAL.LEASE_WRONG_PARTNERSHIP'],
    ['for another use', { ...expected, uses: ['case', 'overflow'] as const }, 'SEAL.LEASE_WRONG_USE'],
    ['at the minute it runs out', { ...expected, now: expiresAt }, 'SEAL.LEASE_EXPIRED'],
  ])('is refused %s', async (_, expectation, code) => {
    const { lease, sharing } = await aLease();
    await expect(verifyLease(lease, sharing.publicKey, expectation)).rejects.toMatchObject({ code });
  });

  test('is believed for the enquiry that it is bound to alone; as a key for something new it is refused', async () => {
    const sharing = await generateSigningKey();
    const { publicKey } = await generateSealingKey();
    const [enquiryId, another] = [newId(), newId()];
    const offer = { publicKey, partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', expiresAt } as const;
    const bound = await signLease({ ...offer, enquiryId }, sharing.privateKey);
    const unbound = await signLease(offer, sharing.privateKey);
    await expect(verifyLease(bound, sharing.publicKey, { ...expected, enquiryId })).resolves.toEqual(bound);
    const refused = { code: 'SEAL.LEASE_WRONG_ENQUIRY' };
    for (const expectation of [{ ...expected, enquiryId: another }, expected])
      await expect(verifyLease(bound, sharing.publicKey, expectation)).rejects.toMatchObject(refused);
    await expect(verifyLease(unbound, sharing.publicKey, { ...expected, enquiryId })).rejects.toMatchObject(refused);
    const moved = { ...bound, enquiryId: another };
    await expect(verifyLease(moved, sharing.publicKey, { ...expected, enquiryId: another })).rejects.toMatchObject({
      code: 'SEAL.LEASE_UNTRUSTED',
    });
  });

  test('is refused when anyone else signed it, even under the name of the sharing key', async () => {
    const { lease, sharing } = await aLease();
    const stranger = await generateSigningKey();
    const posing = { ...stranger.privateKey, kid: sharing.publicKey.kid };
    for (const key of [stranger.privateKey, posing]) {
      const forged = await signLease({ ...lease, expiresAt }, key);
      await expect(verifyLease(forged, sharing.publicKey, expected)).rejects.toMatchObject({
        code: 'SEAL.LEASE_UNTRUSTED',
      });
    }
  });

  test('is refused when any of its terms was changed after signing', async () => {
    const { lease, sharing } = await aLease();
    const other = await generateSealingKey();
    const changes = [
      { publicKey: other.publicKey },
      { publicKey: { ...lease.publicKey, x: other.publicKey.x } },
      { expiresAt: '2030-01-01T00:00:00.000Z' },
      { use: 'overflow' },
      { kid: 'x' },
    ];
    for (const change of changes) {
      await expect(verifyLease({ ...lease, ...change }, sharing.publicKey, expected)).rejects.toMatchObject({
        code: 'SEAL.LEASE_UNTRUSTED',
      });
    }
  });

  test('is refused when it is no lease', async () => {
    const { lease, sharing } = await aLease();
    for (const offered of [undefined, {}, { ...lease, signature: undefined }, { ...lease, more: 1 }]) {
      await expect(verifyLease(offered, sharing.publicKey, expected)).rejects.toMatchObject({
        code: 'SEAL.LEASE_MALFORMED',
      });
    }
  });
});
