import { z } from 'zod';
import {
  aSealingWorld,
  answerContent,
  answerFacts,
  answerIds,
  sealAnswer,
  sealedAt,
  toOpen,
  typist,
  type SealingWorld,
} from '../../testing/sealed-answer';
import { openEnvelope } from './open-envelope';
import { readEnvelopeHeader } from './read-header';
import { sealEnvelope } from './seal-envelope';

describe('Sealing', () => {
  let world: SealingWorld;
  beforeAll(async () => {
    world = await aSealingWorld();
  });

  const contactIds = {
    typ: 'contact',
    partnershipId: answerIds().partnershipId,
    contactId: answerIds().answerId,
    version: 1,
  } as const;
  const sealContact = (narrative: string, contentSchema?: z.ZodType) =>
    sealEnvelope<'contact'>({
      header: contactIds,
      facts: {},
      content: { narrative },
      publicKey: world.enquiry.publicKey,
      sealer: { key: world.console.privateKey, sealedBy: typist },
      sealedAt,
      ...(contentSchema && { contentSchema }),
    });

  test('shows ids and nothing else on the outside', async () => {
    expect(readEnvelopeHeader(await sealAnswer(world))).toEqual({ ...answerIds(), kid: world.enquiry.publicKey.kid });
  });

  test('leaves no word of content or facts readable, in any usual encoding', async () => {
    const jwe = await sealAnswer(world, { content: answerContent({}, 'saffron heron at the window') });
    const decoded = jwe
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
      .join('');
    for (const word of ['saffron', 'police-incidents', 'known_current']) expect(jwe + decoded).not.toContain(word);
  });

  test('makes envelopes of one size class as long as each other, whatever they hold', async () => {
    const lengths = async (...texts: string[]) =>
      new Set(await Promise.all(texts.map(async (text) => (await sealContact(text)).length)));
    expect((await lengths('', 'a', 'a'.repeat(2300))).size).toBe(1);
    expect((await lengths('a'.repeat(3000), 'b'.repeat(11_000))).size).toBe(1);
    expect((await lengths('a'.repeat(12_500), 'b'.repeat(47_000))).size).toBe(1);
    expect((await lengths('', 'a'.repeat(3000), 'a'.repeat(12_500))).size).toBe(3);
  });

  test('refuses what is larger than the largest envelope, with a clear error', async () => {
    await expect(sealContact('a'.repeat(50_000))).rejects.toMatchObject({
      code: 'SEAL.TOO_LARGE',
      message: 'There is more to seal than the largest envelope holds',
    });
  });

  test('refuses ids that are not ids', async () => {
    const sealing = sealAnswer(world, { header: answerIds({ personId: 'Somebody by name' }) });
    await expect(sealing).rejects.toMatchObject({ code: 'SEAL.MALFORMED', where: ['personId'] });
  });

  test.each([
    [
      'not known, without what was searched',
      { coverage: { state: 'not_known', systems: [], identifiersUsed: [] }, items: [] },
      'content.coverage.systems',
    ],
    [
      'declined, without why',
      { coverage: { state: 'declined', systems: [], identifiersUsed: [] }, items: [] },
      'content.coverage.note',
    ],
    [
      'part searched, without which part',
      { coverage: { state: 'part_searched', systems: [{ name: 'Records' }], identifiersUsed: ['name'] } },
      'content.coverage.note',
    ],
  ])('refuses an answer that says %s', async (_, changes, path) => {
    const sealing = sealAnswer(world, { content: answerContent(changes as Partial<ReturnType<typeof answerContent>>) });
    await expect(sealing).rejects.toMatchObject({
      code: 'SEAL.CONTENT_INVALID',
      where: expect.arrayContaining([path]),
    });
  });

  test('refuses an item whose facts say another category, and an item without facts', async () => {
    const relabelled = sealAnswer(world, { facts: answerFacts({ category: 'missing-episodes' }) });
    await expect(relabelled).rejects.toMatchObject({ code: 'SEAL.CONTENT_INVALID', where: ['items.0.category'] });
    const without = sealAnswer(world, { facts: { identity: 'confirmed', items: [] } });
    await expect(without).rejects.toMatchObject({ code: 'SEAL.CONTENT_INVALID' });
  });

  test('refuses handling C without its condition, and a condition without handling C', async () => {
    await expect(sealAnswer(world, { facts: answerFacts({ handling: 'C' }) })).rejects.toMatchObject({
      code: 'SEAL.CONTENT_INVALID',
    });
    const needless = sealAnswer(world, { facts: answerFacts({ condition: { kind: 'NO_WRITE' } }) });
    await expect(needless).rejects.toMatchObject({ code: 'SEAL.CONTENT_INVALID' });
  });

  test('obeys the closer schema of whoever owns the content, at both ends', async () => {
    const closer = z.strictObject({ narrative: z.string().min(10) });
    await expect(sealContact('too short', closer)).rejects.toMatchObject({
      code: 'SEAL.CONTENT_INVALID',
      where: ['content.narrative'],
    });
    const opening = openEnvelope<'contact'>(await sealContact('too short'), {
      ...toOpen(world),
      expected: contactIds,
      contentSchema: closer,
    });
    await expect(opening).rejects.toMatchObject({ code: 'SEAL.CONTENT_INVALID' });
  });
});
