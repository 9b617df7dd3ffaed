import { DEMO_PARTNERSHIP, newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import { randomBytes } from 'node:crypto';
import { KmsDouble } from '@mash/testing';
import { generateSealingKey } from '../keys/generate-keys';
import { EarlierToo } from './earlier-too';
import { EnvironmentKek } from './environment-kek';
import { HttpKms } from './http-kms';
import type { KeyBinding, KeyEncryption } from './key-encryption';
import { rewrap } from './rewrap';

/** One driver with what happens to its key-encryption key from outside. */
interface Driven {
  readonly driver: () => KeyEncryption;
  /** A new key-encryption key; the one before can still unwrap. */
  rotate(): void;
  /** The first one is gone. */
  loseTheFirst(): void;
  close(): Promise<void>;
}

function inTheEnvironment(): Promise<Driven> {
  const keks = [randomBytes(32).toString('base64')];
  return Promise.resolve({
    driver: () => new EnvironmentKek(keks.at(-1)!, keks.slice(0, -1)),
    rotate: () => void keks.push(randomBytes(32).toString('base64')),
    loseTheFirst: () => void keks.shift(),
    close: () => Promise.resolve(),
  });
}

async function inAService(): Promise<Driven> {
  const kms = await KmsDouble.start();
  return {
    driver: () => new HttpKms(kms.settings),
    rotate: () => void kms.rotate(),
    loseTheFirst: () => kms.disable('v1'),
    close: () => kms.close(),
  };
}

const aBoundKey = async () => {
  const { privateKey } = await generateSealingKey();
  const binding: KeyBinding = { kid: privateKey.kid, partnershipId: DEMO_PARTNERSHIP, enquiryId: newId() };
  return { privateKey, binding };
};

describe.each([
  ['the environment', inTheEnvironment],
  ['a key management service', inAService],
])('A key-encryption key in %s', (_, open) => {
  let driven: Driven;
  beforeEach(async () => {
    driven = await open();
  });
  afterEach(() => driven.close());

  test('unwraps what it wrapped, and shows nothing of it before', async () => {
    const { privateKey, binding } = await aBoundKey();
    const wrapped = await driven.driver().wrap(privateKey, binding);
    expect(wrapped).toMatch(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/);
    expect(Buffer.from(wrapped.split('.')[1]!, 'base64url').toString('latin1')).not.toContain(privateKey.d);
    await expect(driven.driver().unwrap(wrapped, binding)).resolves.toEqual(privateKey);
  });

  test.each<[string, Partial<KeyBinding>]>([
    ['another enquiry', { enquiryId: newId() }],
    ['no enquiry', { enquiryId: null }],
    ['another partnership', { partnershipId: OTHER_PARTNERSHIP }],
    ['another key', { kid: 'another' }],
  ])('does not unwrap what was moved to a row of %s', async (__, moved) => {
    const { privateKey, binding } = await aBoundKey();
    const wrapped = await driven.driver().wrap(privateKey, binding);
    const unwrapping = driven.driver().unwrap(wrapped, { ...binding, ...moved });
    await expect(unwrapping).rejects.toMatchObject({ code: 'SEAL.UNWRAP_FAILED', passing: false });
  });

  test('names the key that it wraps under, by which a rotation finds what is left', async () => {
    const { privateKey, binding } = await aBoundKey();
    const before = await driven.driver().wrap(privateKey, binding);
    driven.rotate();
    const driver = driven.driver();
    const current = await driver.currentId();
    expect(before.startsWith(`${current}.`)).toBe(false);
    const anew = await rewrap(driver, before, binding);
    expect(anew.startsWith(`${current}.`)).toBe(true);
    await expect(driver.unwrap(anew, binding)).resolves.toEqual(privateKey);
  });

  test('fails closed once it is lost, says so, and is no reason to call an envelope wrong', async () => {
    const { privateKey, binding } = await aBoundKey();
    const wrapped = await driven.driver().wrap(privateKey, binding);
    driven.rotate();
    driven.loseTheFirst();
    await expect(driven.driver().holds(wrapped.split('.')[0]!)).resolves.toBe(false);
    const unwrapping = driven.driver().unwrap(wrapped, binding);
    await expect(unwrapping).rejects.toMatchObject({ code: 'SEAL.KEK_MISSING', passing: true });
  });
});

describe('A key management service', () => {
  let kms: KmsDouble;
  beforeEach(async () => {
    kms = await KmsDouble.start();
  });
  afterEach(() => kms.close());

  test('that does not answer is waited for: nothing opens, nothing is called altered', async () => {
    const { privateKey, binding } = await aBoundKey();
    const driver = new HttpKms(kms.settings);
    const wrapped = await driver.wrap(privateKey, binding);
    kms.fail(true);
    for (const call of [driver.wrap(privateKey, binding), driver.unwrap(wrapped, binding)])
      await expect(call).rejects.toMatchObject({ code: 'SEAL.KMS_UNREACHABLE', passing: true });
    kms.fail(false);
    await expect(driver.unwrap(wrapped, binding)).resolves.toEqual(privateKey);
    await kms.close();
    await expect(driver.unwrap(wrapped, binding)).rejects.toMatchObject({ code: 'SEAL.KMS_UNREACHABLE' });
  });

  test('is not asked with a token that it does not know', async () => {
    const { privateKey, binding } = await aBoundKey();
    const stranger = new HttpKms({ ...kms.settings, token: 'another' });
    await expect(stranger.wrap(privateKey, binding)).rejects.toMatchObject({ code: 'SEAL.KMS_UNREACHABLE' });
  });

  test('takes over from the environment: what was wrapped before opens until it is wrapped anew', async () => {
    const { privateKey, binding } = await aBoundKey();
    const before = new EnvironmentKek(randomBytes(32).toString('base64'));
    const both = new EarlierToo(new HttpKms(kms.settings), before);
    const wrapped = await before.wrap(privateKey, binding);
    await expect(both.unwrap(wrapped, binding)).resolves.toEqual(privateKey);
    const anew = await rewrap(both, wrapped, binding);
    expect(anew).toMatch(/^v1\./);
    await expect(new HttpKms(kms.settings).unwrap(anew, binding)).resolves.toEqual(privateKey);
  });
});
