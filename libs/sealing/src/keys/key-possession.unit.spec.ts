import { generateSigningKey } from './generate-keys';
import { possessionFaults, proveKeyPossession } from './key-possession';
import { signStatement } from './signed-statement';

const owner = { partnershipId: 'a-partnership', agencyId: 'riverside-police', clientId: 'police-records' };
const now = new Date('2026-11-24T10:00:00Z');
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);

describe('A proof of possession', () => {
  const setUp = async () => {
    const { publicKey, privateKey } = await generateSigningKey();
    const faultsOf = (proof: string, its = owner) => possessionFaults(proof, publicKey, { owner: its, now });
    return { publicKey, privateKey, faultsOf };
  };

  test('holds for the key, the agency and the client it was made for, for a day', async () => {
    const { privateKey, faultsOf } = await setUp();
    expect(await faultsOf(await proveKeyPossession(owner, privateKey, now))).toEqual([]);
    expect(await faultsOf(await proveKeyPossession(owner, privateKey, minutes(-24 * 60)))).toEqual([]);
    expect(await faultsOf(await proveKeyPossession(owner, privateKey, minutes(-24 * 60 - 1)))).toEqual(['at']);
    expect(await faultsOf(await proveKeyPossession(owner, privateKey, minutes(6)))).toEqual(['at']);
  });

  test('names what it was not made for', async () => {
    const { privateKey, faultsOf } = await setUp();
    for (const field of ['partnershipId', 'agencyId', 'clientId'] as const) {
      const proof = await proveKeyPossession({ ...owner, [field]: 'another' }, privateKey, now);
      expect(await faultsOf(proof)).toEqual([field]);
    }
  });

  test('by anybody else, for another use, or none at all, is none', async () => {
    const [{ privateKey, faultsOf }, stranger] = [await setUp(), await setUp()];
    const posing = { ...stranger.privateKey, kid: privateKey.kid };
    const otherUse = await signStatement('mash-envelope', { ...owner, at: now.toISOString() }, privateKey);
    for (const proof of [
      await proveKeyPossession(owner, stranger.privateKey, now),
      await proveKeyPossession(owner, posing, now),
      otherUse,
      'not a proof',
      '',
    ])
      expect(await faultsOf(proof)).toEqual(['signature']);
  });

  test('needs a key that bears its own thumbprint', async () => {
    const { publicKey, privateKey } = await setUp();
    const renamed = { ...privateKey, kid: 'a-name-of-its-own' };
    const proof = await proveKeyPossession(owner, renamed, now);
    expect(await possessionFaults(proof, { ...publicKey, kid: renamed.kid }, { owner, now })).toEqual(['kid']);
  });
});
