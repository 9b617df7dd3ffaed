import fc from 'fast-check';
import {
  aSealingWorld,
  answerIds,
  sealAnswer,
  sealedAt,
  toOpen,
  typist,
  type SealingWorld,
} from '../../testing/sealed-answer';
import { SealRefusal } from '../seal-refusal';
import { openEnvelope } from './open-envelope';
import { sealEnvelope } from './seal-envelope';

const seeded = { seed: 20261102, numRuns: 60 };

describe('Any envelope', () => {
  let world: SealingWorld;
  beforeAll(async () => {
    world = await aSealingWorld();
  });

  const ids = {
    typ: 'note',
    partnershipId: answerIds().partnershipId,
    enquiryId: answerIds().enquiryId,
    noteId: answerIds().answerId,
    authorId: typist.id,
    version: 1,
  } as const;
  const sealNote = (content: Record<string, never>) =>
    sealEnvelope<'note'>({
      header: ids,
      facts: {},
      content,
      publicKey: world.enquiry.publicKey,
      sealer: { key: world.console.privateKey, sealedBy: typist },
      sealedAt,
    });
  const anyObject = fc
    .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }))
    .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, never>);

  test('gives back exactly what went in', async () => {
    await fc.assert(
      fc.asyncProperty(anyObject, async (content) => {
        const opened = await openEnvelope<'note'>(await sealNote(content), { ...toOpen(world), expected: ids });
        expect(opened.content).toEqual(content);
      }),
      seeded,
    );
  });

  test('is refused when any one character of any part is another', async () => {
    const jwe = await sealAnswer(world);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    const edits = fc.record({ at: fc.nat(jwe.length - 1), to: fc.constantFrom(...Array.from(alphabet)) });
    await fc.assert(
      fc.asyncProperty(edits, async ({ at, to }) => {
        fc.pre(decodesDifferently(jwe, at, to));
        await expect(openEnvelope(jwe.slice(0, at) + to + jwe.slice(at + 1), toOpen(world))).rejects.toBeInstanceOf(
          SealRefusal,
        );
      }),
      { ...seeded, numRuns: 300 },
    );
  });

  test('is refused when cut short or lengthened', async () => {
    const jwe = await sealAnswer(world);
    await fc.assert(
      fc.asyncProperty(fc.nat(jwe.length - 1), fc.string({ minLength: 1, maxLength: 8 }), async (at, more) => {
        for (const other of [jwe.slice(0, at), `${jwe}.${more}`]) {
          await expect(openEnvelope(other, toOpen(world))).rejects.toBeInstanceOf(SealRefusal);
        }
      }),
      seeded,
    );
  });
});

/** The last letter of a base64url part has bits that mean nothing: changing only those changes no byte (save in the header, which is authenticated as text). */
function decodesDifferently(jwe: string, at: number, to: string): boolean {
  const parts = (text: string) =>
    text.split('.').map((part, index) => (index === 0 ? part : Buffer.from(part, 'base64url').toString('hex')));
  return JSON.stringify(parts(jwe)) !== JSON.stringify(parts(jwe.slice(0, at) + to + jwe.slice(at + 1)));
}
