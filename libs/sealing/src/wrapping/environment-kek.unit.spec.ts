import { DEMO_PARTNERSHIP, newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import { randomBytes } from 'node:crypto';
import { generateSealingKey } from '../keys/generate-keys';
import { EnvironmentKek } from './environment-kek';
import type { KeyBinding } from './key-encryption';
import { rewrap } from './rewrap';

const aKek = () => randomBytes(32).toString('base64');

describe('A private key wrapped under the key-encryption key', () => {
  const wrapped = async (kek = new EnvironmentKek(aKek())) => {
    const { privateKey } = await generateSealingKey();
    const binding: KeyBinding = { kid: privateKey.kid, partnershipId: DEMO_PARTNERSHIP, enquiryId: newId() };
    return { kek, privateKey, binding, text: await kek.wrap(privateKey, binding) };
  };

  test('unwraps where it is bound, and shows nothing of itself before', async () => {
    const { kek, privateKey, binding, text } = await wrapped();
    await expect(kek.unwrap(text, binding)).resolves.toEqual(privateKey);
    expect(text).not.toContain(privateKey.d);
    expect(Buffer.from(text.split('.')[1]!, 'base64url').toString('latin1')).not.toContain(privateKey.d);
  });

  test.each<[string, Partial<KeyBinding>]>([
    ['another enquiry', { enquiryId: newId() }],
    ['no enquiry', { enquiryId: null }],
    ['another partnership', { partnershipId: OTHER_PARTNERSHIP }],
    ['another key id', { kid: 'another' }],
  ])('does not unwrap in a row of %s', async (_, change) => {
    const { kek, binding, text } = await wrapped();
    await expect(kek.unwrap(text, { ...binding, ...change })).rejects.toMatchObject({ code: 'SEAL.UNWRAP_FAILED' });
  });

  test('does not unwrap once a letter of it is another', async () => {
    const { kek, binding, text } = await wrapped();
    for (const at of [14, 40, 60, text.length - 3]) {
      const altered = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      await expect(kek.unwrap(altered, binding)).rejects.toMatchObject({ code: 'SEAL.UNWRAP_FAILED' });
    }
  });

  test('fails closed, and says why, when the key-encryption key is lost', async () => {
    const { binding, text } = await wrapped();
    await expect(new EnvironmentKek(aKek()).unwrap(text, binding)).rejects.toMatchObject({ code: 'SEAL.KEK_MISSING' });
  });

  test('is carried over to a new key-encryption key, after which the old one opens nothing', async () => {
    const [oldKek, newKek] = [aKek(), aKek()];
    const { text, binding, privateKey } = await wrapped(new EnvironmentKek(oldKek));
    const during = new EnvironmentKek(newKek, [oldKek]);
    expect(text.startsWith(`${await during.currentId()}.`)).toBe(false);
    const anew = await rewrap(during, text, binding);
    expect(anew.startsWith(`${await during.currentId()}.`)).toBe(true);
    await expect(new EnvironmentKek(newKek).unwrap(anew, binding)).resolves.toEqual(privateKey);
    await expect(new EnvironmentKek(oldKek).unwrap(anew, binding)).rejects.toMatchObject({ code: 'SEAL.KEK_MISSING' });
  });

  test('is bound to its enquiry once, by wrapping it anew', async () => {
    const kek = new EnvironmentKek(aKek());
    const { privateKey } = await generateSealingKey();
    const free: KeyBinding = { kid: privateKey.kid, partnershipId: DEMO_PARTNERSHIP, enquiryId: null };
    const bound = { ...free, enquiryId: newId() };
    const text = await rewrap(kek, await kek.wrap(privateKey, free), free, bound);
    await expect(kek.unwrap(text, bound)).resolves.toEqual(privateKey);
    await expect(kek.unwrap(text, free)).rejects.toMatchObject({ code: 'SEAL.UNWRAP_FAILED' });
  });

  test('needs a key-encryption key of 32 bytes', () => {
    for (const short of ['', randomBytes(16).toString('base64')]) {
      expect(() => new EnvironmentKek(short)).toThrow(expect.objectContaining({ code: 'SEAL.KEY_MALFORMED' }));
    }
  });
});
