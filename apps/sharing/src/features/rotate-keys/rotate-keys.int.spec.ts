import { DEMO_PARTNERSHIP, newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { EnvironmentKek, generateSealingKey } from '@mash/sealing';
import { randomBytes } from 'node:crypto';
import { startSharing, type Sharing } from '../../../testing/start-sharing';
import { readSharingConfig } from '../../config';
import { KeyStore } from '../../keys/key-store';
import { KeysAtHand } from '../../keys/keys-at-hand';
import { rotateKeys } from './rotate-keys.command';

jest.setTimeout(120_000);
const aKek = () => randomBytes(32).toString('base64');

describe('Rotating the key-encryption key', () => {
  const [first, second] = [aKek(), aKek()];
  let sharing: Sharing;

  beforeEach(async () => {
    sharing = await startSharing({ keyEncryption: new EnvironmentKek(first) });
  });
  afterEach(() => sharing.close());

  const store = () => sharing.app.get(KeyStore);
  const rotate = async (keyEncryption = new EnvironmentKek(second, [first])) => {
    const said: string[] = [];
    const { appUrl: databaseUrl } = sharing.database;
    const isDone = await rotateKeys({ databaseUrl, keyEncryption, say: (line) => said.push(line) });
    return { isDone, said: said.join('\n') };
  };
  const boundKey = async () => {
    const enquiryId = newId();
    const key = await sharing.app
      .get(UnitOfWork)
      .run((tx) => store().makeBound(tx, DEMO_PARTNERSHIP, 'enquiry', enquiryId));
    return { kid: key.kid, its: { partnershipId: DEMO_PARTNERSHIP, enquiryId } };
  };
  const wrappings = () =>
    sharing.query<{ kid: string; wrapped: string }>('SELECT kid, wrapped FROM enquiry_key ORDER BY kid');
  const audited = () =>
    sharing.query<{ partnership: string; rewrapped: number }>(
      `SELECT envelope -> 'data' ->> 'partnershipId' AS partnership, sum((envelope -> 'data' -> 'counts' ->> 'rewrapped')::int)::int AS rewrapped
         FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = 'keys.rotate' GROUP BY 1 ORDER BY 1`,
    );

  test('wraps every key anew, says how many, audits it for each partnership, and the old key opens nothing more', async () => {
    const { kid, its } = await boundKey();
    const before = await store().privateKeyFor(kid, its);
    for (let times = 0; times < 5; times += 1) await store().lease(DEMO_PARTNERSHIP, 'enquiry', 50);
    await store().lease(OTHER_PARTNERSHIP, 'case', 3);

    const { isDone, said } = await rotate();
    expect(isDone).toBe(true);
    expect(said).toContain('254 keys wrapped anew');
    expect(said).not.toContain(before.d);
    expect(await audited()).toEqual(
      [
        { partnership: DEMO_PARTNERSHIP, rewrapped: 251 },
        { partnership: OTHER_PARTNERSHIP, rewrapped: 3 },
      ].sort((a, b) => a.partnership.localeCompare(b.partnership)),
    );

    const { wrapped } = (await wrappings()).find((row) => row.kid === kid)!;
    const binding = { kid, ...its };
    await expect(new EnvironmentKek(second).unwrap(wrapped, binding)).resolves.toEqual(before);
    await expect(new EnvironmentKek(first).unwrap(wrapped, binding)).rejects.toMatchObject({
      code: 'SEAL.KEK_MISSING',
    });
  });

  test('may run twice at once and again afterwards: each key is wrapped anew once', async () => {
    for (let times = 0; times < 8; times += 1) await store().lease(DEMO_PARTNERSHIP, 'enquiry', 50);
    const both = await Promise.all([rotate(), rotate()]);
    expect(both.map(({ isDone }) => isDone)).toEqual([true, true]);
    expect(await audited()).toEqual([{ partnership: DEMO_PARTNERSHIP, rewrapped: 400 }]);
    expect((await rotate()).said).toContain('0 keys wrapped anew');
  });

  test('goes on where it was stopped half-way', async () => {
    for (let times = 0; times < 5; times += 1) await store().lease(DEMO_PARTNERSHIP, 'enquiry', 50);
    const driver = new EnvironmentKek(second, [first]);
    let calls = 0;
    jest.spyOn(driver, 'wrap').mockImplementation((...given) => {
      calls += 1;
      return calls > 130 ? Promise.reject(new Error('stopped')) : new EnvironmentKek(second).wrap(...given);
    });
    await expect(rotate(driver)).rejects.toThrow('stopped');
    const stale = async () => {
      const current = await new EnvironmentKek(second).currentId();
      return (await wrappings()).filter(({ wrapped }) => !wrapped.startsWith(`${current}.`)).length;
    };
    expect(await stale()).toBe(150);
    expect((await rotate()).isDone).toBe(true);
    expect(await stale()).toBe(0);
  });

  test('counts and leaves alone what does not unwrap: a wrapped key that was moved to another row', async () => {
    const [one, other] = [await boundKey(), await boundKey()];
    await sharing.query(
      `UPDATE enquiry_key SET wrapped = (SELECT wrapped FROM enquiry_key WHERE kid = $1) WHERE kid = $2`,
      [one.kid, other.kid],
    );
    await expect(store().privateKeyFor(other.kid, other.its)).rejects.toMatchObject({ code: 'SEAL.UNWRAP_FAILED' });
    const { isDone, said } = await rotate();
    expect(isDone).toBe(false);
    expect(said).toMatch(/1 keys wrapped anew .* 1 left/);
    expect(said).toContain('1 of them do not unwrap: SEAL.UNWRAP_FAILED');
    expect(said).toContain('Keep MASH_KEK_EARLIER');
  });
});

describe('A lost key-encryption key', () => {
  const [first, another] = [aKek(), aKek()];
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing({ keyEncryption: new EnvironmentKek(first) });
    await sharing.app.get(KeyStore).lease(DEMO_PARTNERSHIP, 'enquiry', 1);
  });
  afterAll(() => sharing.close());

  test('lets the service neither start nor make a single key under another one', async () => {
    const { database } = sharing;
    const starting = startSharing({ database, keyEncryption: new EnvironmentKek(another) });
    const missing = await new EnvironmentKek(first).currentId();
    await expect(starting).rejects.toMatchObject({ code: 'SEAL.KEK_MISSING', where: [missing] });
    expect(await sharing.query('SELECT 1 FROM enquiry_key')).toHaveLength(1);
    const both = await startSharing({ database, keyEncryption: new EnvironmentKek(another, [first]) });
    await both.close();
  });

  test('makes a service that runs say that it is not ready, naming what is missing', async () => {
    const strange = new EnvironmentKek(another);
    const { publicKey, privateKey } = await generateSealingKey();
    const wrapped = await strange.wrap(privateKey, {
      kid: publicKey.kid,
      partnershipId: DEMO_PARTNERSHIP,
      enquiryId: null,
    });
    await expect(sharing.app.get(KeysAtHand).assert()).resolves.toBeUndefined();
    await sharing.query(
      `INSERT INTO enquiry_key (kid, partnership_id, use, public_jwk, wrapped, leased_at, expires_at) VALUES ($1, $2, 'enquiry', $3, $4, now(), now())`,
      [publicKey.kid, DEMO_PARTNERSHIP, JSON.stringify(publicKey), wrapped],
    );
    const missing = await strange.currentId();
    await expect(sharing.app.get(KeysAtHand).assert()).rejects.toMatchObject({
      code: 'SEAL.KEK_MISSING',
      where: [missing],
    });
  });

  test('is asked for by name where no key is configured at all', () => {
    const env = { PORT: '1', OIDC_ISSUER: 'http://localhost:1', DATABASE_URL: 'postgres://localhost/none' };
    expect(() => readSharingConfig(env)).toThrow('Configuration: MASH_KEK is needed');
    expect(() => readSharingConfig({ ...env, MASH_KEK: 'c2hvcnQ=' })).toThrow(
      expect.objectContaining({ code: 'SEAL.KEY_MALFORMED' }),
    );
    const both = { ...env, MASH_KEK: aKek(), MASH_KMS_URL: 'http://localhost:2' };
    expect(() => readSharingConfig(both)).toThrow(/MASH_KEK or MASH_KMS_URL, not both/);
  });
});
