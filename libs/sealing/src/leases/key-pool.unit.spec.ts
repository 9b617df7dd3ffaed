import { DEMO_PARTNERSHIP, OTHER_PARTNERSHIP } from '@mash/contracts';
import { eventually } from '@mash/testing';
import { generateSealingKey, generateSigningKey } from '../keys/generate-keys';
import type { SigningPrivateKey, SigningPublicKey } from '../keys/jwk';
import { KeyPool, type KeyPoolOptions, type LeasedKeys } from './key-pool';
import type { KeyLease, KeyUse } from './key-lease';
import { KeyPools } from './key-pools';
import { signLease } from './sign-lease';

const now = new Date('2026-11-02T09:30:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const never = new Promise<LeasedKeys>(() => undefined);
const down = () => Promise.reject(new Error('connection refused'));

describe('A pool of leased keys', () => {
  let sharing: { privateKey: SigningPrivateKey; publicKey: SigningPublicKey };
  const pools: KeyPool[] = [];
  beforeAll(async () => {
    sharing = await generateSigningKey();
  });
  afterEach(() => pools.splice(0).forEach((pool) => pool.stop()));

  const leaseOf = async (
    use: KeyUse,
    changes: { partnershipId?: string; expiresAt?: Date; key?: SigningPrivateKey } = {},
  ) =>
    signLease(
      {
        publicKey: (await generateSealingKey()).publicKey,
        partnershipId: changes.partnershipId ?? DEMO_PARTNERSHIP,
        use,
        expiresAt: changes.expiresAt ?? inHours(24),
      },
      changes.key ?? sharing.privateKey,
    );
  const leases = (count: number) => Promise.all(Array.from({ length: count }, () => leaseOf('enquiry')));
  const options = (changes: Partial<KeyPoolOptions>): KeyPoolOptions => ({
    partnershipId: DEMO_PARTNERSHIP,
    use: 'enquiry',
    sharingKey: sharing.publicKey,
    lease: down,
    now: () => now,
    lowWater: 2,
    highWater: 4,
    retryAfter: 5,
    ...changes,
  });
  const poolOf = (changes: Partial<KeyPoolOptions>) => {
    const pool = new KeyPool(options(changes));
    pools.push(pool);
    return pool;
  };

  test('hands out each key once', async () => {
    const pool = poolOf({ lease: async (count) => ({ keys: await leases(count) }) });
    await pool.start();
    const kids = [pool.take(), pool.take(), pool.take(), pool.take()].map((lease) => lease.kid);
    expect(new Set(kids).size).toBe(4);
  });

  test('fills up in the background once it runs low, with one request at a time', async () => {
    const asked: number[] = [];
    const pool = poolOf({
      lease: async (count) => {
        asked.push(count);
        return { keys: await leases(count) };
      },
    });
    await pool.start();
    pool.take();
    pool.take();
    expect(asked).toEqual([4]);
    pool.take();
    pool.take();
    await pool.refill();
    expect(asked).toEqual([4, 3]);
    expect(pool.size).toBe(3);
  });

  test('gives the overflow key, at once, while the sharing service is down or does not answer', async () => {
    const overflow = await leaseOf('overflow');
    for (const lease of [down, () => never]) {
      const pool = poolOf({ lease, keptOverflow: () => Promise.resolve(overflow) });
      void pool.start();
      await eventually(() => expect(pool.take().kid).toBe(overflow.kid)); // once it has been read and verified
      expect(pool.take().kid).toBe(overflow.kid);
    }
  });

  test('keeps the overflow key that came with a refill for the next start, once', async () => {
    const [overflow, kept] = [await leaseOf('overflow'), [] as KeyLease[]];
    const pool = poolOf({
      lease: async (count) => ({ keys: await leases(count), overflow }),
      keepOverflow: (lease) => Promise.resolve(void kept.push(lease)),
    });
    await pool.start();
    await pool.refill();
    expect(kept).toEqual([overflow]);
  });

  test('takes up no kept overflow key that is not sharing’s own, of its partnership, and still running', async () => {
    const stranger = await generateSigningKey();
    const hostile = [
      [await leaseOf('overflow', { key: stranger.privateKey }), 'SEAL.LEASE_UNTRUSTED'],
      [await leaseOf('enquiry'), 'SEAL.LEASE_WRONG_USE'],
      [await leaseOf('overflow', { partnershipId: OTHER_PARTNERSHIP }), 'SEAL.LEASE_WRONG_PARTNERSHIP'],
      [await leaseOf('overflow', { expiresAt: inHours(-1) }), 'SEAL.LEASE_EXPIRED'],
      [{ publicKey: 'x' }, 'SEAL.LEASE_MALFORMED'],
    ] as const;
    for (const [kept, code] of hostile) {
      const troubles: unknown[] = [];
      const pool = poolOf({ keptOverflow: () => Promise.resolve(kept), onTrouble: (one) => troubles.push(one) });
      await pool.start();
      expect(() => pool.take()).toThrow(expect.objectContaining({ code: 'SEAL.NO_KEY' }));
      expect(troubles).toContainEqual(expect.objectContaining({ code }));
    }
  });

  test('goes on where the overflow key can be neither read nor kept', async () => {
    const overflow = await leaseOf('overflow');
    const pool = poolOf({
      lease: () => Promise.resolve({ keys: [], overflow }),
      keptOverflow: down,
      keepOverflow: down,
    });
    await pool.start();
    expect(pool.take().kid).toBe(overflow.kid);
  });

  test('tries again by itself when the sharing service comes back', async () => {
    let calls = 0;
    const pool = poolOf({ lease: async (count) => (++calls < 3 ? down() : { keys: await leases(count) }) });
    await pool.start();
    await eventually(() => expect(pool.size).toBe(4));
  });

  test('says so when there is neither key nor overflow key', () => {
    expect(() => poolOf({}).take()).toThrow(expect.objectContaining({ code: 'SEAL.NO_KEY' }));
  });

  test('refuses keys that anyone else signed, of another partnership, another use, run out, or offered twice', async () => {
    const stranger = await generateSigningKey();
    const good = await leaseOf('enquiry');
    const troubles: unknown[] = [];
    const keys: KeyLease[] = [
      await leaseOf('enquiry', { key: stranger.privateKey }),
      await leaseOf('enquiry', { partnershipId: OTHER_PARTNERSHIP }),
      await leaseOf('overflow'),
      await leaseOf('enquiry', { expiresAt: inHours(-1) }),
      good,
      good,
    ];
    const pool = poolOf({
      lease: () => Promise.resolve({ keys }),
      lowWater: 1,
      onTrouble: (trouble) => troubles.push(trouble),
    });
    await pool.start();
    expect(pool.size).toBe(1);
    expect(troubles.map((trouble) => (trouble as { code: string }).code)).toEqual([
      'SEAL.LEASE_UNTRUSTED',
      'SEAL.LEASE_WRONG_PARTNERSHIP',
      'SEAL.LEASE_WRONG_USE',
      'SEAL.LEASE_EXPIRED',
    ]);
  });

  test('does not hand out a key that would run out while the form is being filled in', async () => {
    const overflow = await leaseOf('overflow');
    const short = await leaseOf('enquiry', { expiresAt: inHours(0.5) });
    const pool = poolOf({ lease: () => Promise.resolve({ keys: [short], overflow }) });
    await pool.start();
    expect(pool.take().kid).toBe(overflow.kid);
  });

  test('is one for each partnership', async () => {
    const asked: string[] = [];
    const all = new KeyPools((partnershipId) =>
      options({
        partnershipId,
        lease: async () => {
          asked.push(partnershipId);
          return { keys: await Promise.all([1, 2, 3].map(() => leaseOf('enquiry', { partnershipId }))) };
        },
      }),
    );
    const [one, again, other] = await Promise.all([
      all.for(DEMO_PARTNERSHIP),
      all.for(DEMO_PARTNERSHIP),
      all.for(OTHER_PARTNERSHIP),
    ]);
    expect(one).toBe(again);
    expect([one.take().partnershipId, other.take().partnershipId]).toEqual([DEMO_PARTNERSHIP, OTHER_PARTNERSHIP]);
    expect(asked).toEqual([DEMO_PARTNERSHIP, OTHER_PARTNERSHIP]);
    await all.stop();
  });
});
