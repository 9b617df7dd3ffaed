import { newId } from '@mash/contracts';
import { isCapabilityUseProven, proveCapabilityUse } from './capability-use';
import { generateSigningKey } from './generate-keys';
import { signStatement } from './signed-statement';

const now = new Date('2026-11-24T10:00:00Z');
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);

describe('A proof that a system uses a capability itself', () => {
  test('holds for that capability and that key, for five minutes either way', async () => {
    const [{ publicKey, privateKey }, capabilityId] = [await generateSigningKey(), newId()];
    const proven = async (at: Date, its = { capabilityId, now }) =>
      isCapabilityUseProven(await proveCapabilityUse(capabilityId, privateKey, at), publicKey, its);
    expect(await proven(now)).toBe(true);
    expect(await proven(minutes(-5))).toBe(true);
    expect([await proven(minutes(-6)), await proven(minutes(6))]).toEqual([false, false]);
    expect(await proven(now, { capabilityId: newId(), now })).toBe(false);
  });

  test('is none by another key, by a key that only bears the name, or for another use', async () => {
    const [{ publicKey, privateKey }, stranger] = [await generateSigningKey(), await generateSigningKey()];
    const capabilityId = newId();
    const said = { capabilityId, at: now.toISOString() };
    for (const proof of [
      await proveCapabilityUse(capabilityId, stranger.privateKey, now),
      await proveCapabilityUse(capabilityId, { ...stranger.privateKey, kid: publicKey.kid }, now),
      await signStatement('mash-envelope', said, privateKey),
      await signStatement('mash-capability-use', { ...said, more: 1 }, privateKey),
      'no proof',
    ])
      expect(await isCapabilityUseProven(proof, publicKey, { capabilityId, now })).toBe(false);
  });
});
