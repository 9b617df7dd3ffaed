import { DEMO_PARTNERSHIP } from '@mash/contracts';
import { generateSealingKey, generateSigningKey, signLease, type KeyLease, type KeyUse } from '@mash/sealing';
import { freshDatabase, type FreshDatabase } from '@mash/testing';
import { Client, Pool } from 'pg';
import type { ServiceHttp } from '../api-clients/service-http';
import { Clock } from '../clock';
import type { ConsoleConfig } from '../config';
import { migrations } from '../persistence/migrations';
import type { IdentityProvider } from '../sign-in/identity-provider';
import { LeasedKeys } from './leased-keys';
import { OverflowLeases } from './overflow-leases';

type Signed = Awaited<ReturnType<typeof generateSigningKey>>;

/** Each console here is a process's worth: a pool of keys of its own, on the one database. */
describe('A console that starts while sharing is down', () => {
  let database: FreshDatabase;
  let pool: Pool;
  let sharing: Signed;
  const consoles: LeasedKeys[] = [];
  const clock = new Clock();

  beforeAll(async () => {
    database = await freshDatabase('web-console', migrations);
    pool = new Pool({ connectionString: database.appUrl, max: 2 });
    sharing = await generateSigningKey();
  });
  beforeEach(() => asOwner('DELETE FROM overflow_lease'));
  afterEach(() => Promise.all(consoles.splice(0).map((one) => one.onApplicationShutdown())));
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  async function asOwner(sql: string, values: unknown[] = []): Promise<void> {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query(sql, values);
    await client.end();
  }
  const leaseOf = async (use: KeyUse, signer = sharing): Promise<KeyLease> => {
    const expiresAt = new Date(Date.now() + 86_400_000);
    const { publicKey } = await generateSealingKey();
    return signLease({ publicKey, partnershipId: DEMO_PARTNERSHIP, use, expiresAt }, signer.privateKey);
  };
  /** @param answers what `sharing` says to each call; none where it is down */
  function start(answers?: { keys: KeyLease[]; overflow: KeyLease }): LeasedKeys {
    const token = { value: 'a-token', usableUntil: Number.POSITIVE_INFINITY };
    const provider = { ownToken: () => Promise.resolve(token) } as unknown as IdentityProvider;
    const http = {
      callWithToken: (_token: string, _service: string, { path }: { path: string }) => {
        if (answers === undefined) return Promise.reject(new Error('connection refused'));
        return Promise.resolve(path === '/keys/leases' ? { leases: answers.keys } : answers.overflow);
      },
    } as unknown as ServiceHttp;
    const config = {
      sharingPublicKey: JSON.stringify(sharing.publicKey),
      partnerships: [] as unknown,
    } as ConsoleConfig;
    const one = new LeasedKeys(provider, http, clock, new OverflowLeases(pool, clock), config);
    consoles.push(one);
    return one;
  }

  test('seals to the overflow key that the one before it was given', async () => {
    const [key, overflow] = [await leaseOf('enquiry'), await leaseOf('overflow')];
    expect((await start({ keys: [key], overflow }).take(DEMO_PARTNERSHIP)).kid).toBe(key.kid);
    const restarted = start();
    expect(await restarted.take(DEMO_PARTNERSHIP)).toEqual(overflow);
    expect(await restarted.take(DEMO_PARTNERSHIP)).toEqual(overflow);
  });

  test('seals to nothing that somebody else wrote there, and keeps sharing’s own in its place once it is back', async () => {
    const [theirs, own] = [await leaseOf('overflow', await generateSigningKey()), await leaseOf('overflow')];
    const insert = 'INSERT INTO overflow_lease (partnership_id, lease, kept_at) VALUES ($1, $2, now())';
    await asOwner(insert, [DEMO_PARTNERSHIP, JSON.stringify(theirs)]);
    await expect(start().take(DEMO_PARTNERSHIP)).rejects.toMatchObject({ code: 'SEAL.NO_KEY' });
    await start({ keys: [], overflow: own }).take(DEMO_PARTNERSHIP);
    expect(await new OverflowLeases(pool, clock).of(DEMO_PARTNERSHIP)).toEqual(own);
  });

  test('says that it has no key where none was ever leased', async () => {
    await expect(start().take(DEMO_PARTNERSHIP)).rejects.toMatchObject({ code: 'SEAL.NO_KEY' });
  });
});
