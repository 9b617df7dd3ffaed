import { newId } from '@mash/contracts';
import { compactDecrypt } from 'jose';
import {
  aSealingWorld,
  answerContent,
  answerFacts,
  answerIds,
  encryptAnew,
  otherPartnership,
  policeSystem,
  sealAnswer,
  sealedAt,
  toOpen,
  typist,
  type SealingWorld,
} from '../../testing/sealed-answer';
import { generateSealingKey, generateSigningKey } from '../keys/generate-keys';
import { signStatement } from '../keys/signed-statement';
import { openEnvelope } from './open-envelope';
import { unpad } from './padding';

const refusedWith = (code: string): unknown => expect.objectContaining({ name: 'SealRefusal', code });

describe('Opening a sealed answer', () => {
  let world: SealingWorld;
  beforeAll(async () => {
    world = await aSealingWorld();
  });

  const signedInside = async (jwe: string) => unpad((await compactDecrypt(jwe, world.enquiry.privateKey)).plaintext);
  const signedByConsole = (
    header: object,
    sealedBy: object = typist,
    rest: object = { facts: answerFacts(), content: answerContent() },
  ) =>
    signStatement(
      'mash-envelope',
      { claims: { header, sealedAt: sealedAt.toISOString(), sealedBy }, ...rest },
      world.console.privateKey,
    );
  const outside = () => ({ ...answerIds(), kid: world.enquiry.publicKey.kid });

  test('gives back what was sealed, who sealed it and when', async () => {
    const opened = await openEnvelope(await sealAnswer(world), toOpen(world));
    expect(opened.content).toEqual(answerContent());
    expect(opened.facts).toEqual(answerFacts());
    expect(opened).toMatchObject({
      sealedBy: typist,
      sealedAt: sealedAt.toISOString(),
      signerKid: world.console.publicKey.kid,
    });
  });

  test("opens what an agency's own system sealed for its agency", async () => {
    const jwe = await sealAnswer(world, { sealer: { key: world.police.privateKey, sealedBy: policeSystem } });
    await expect(openEnvelope(jwe, toOpen(world))).resolves.toMatchObject({ sealedBy: policeSystem });
  });

  test.each([
    ['enquiryId', newId()],
    ['requestId', newId()],
    ['answerId', newId()],
    ['personId', newId()],
    ['agencyId', 'riverside-health-trust'],
    ['partnershipId', otherPartnership],
    ['version', 2],
  ])('refuses an envelope that lies in a row with another %s', async (field, value) => {
    const opening = openEnvelope(await sealAnswer(world), toOpen(world, { expected: answerIds({ [field]: value }) }));
    await expect(opening).rejects.toMatchObject({ code: 'SEAL.HEADER_MISMATCH', where: [field] });
  });

  test('refuses an envelope of another kind than the row is for', async () => {
    const { answerId, requestId, ...ids } = answerIds();
    const opening = openEnvelope(await sealAnswer(world), {
      ...toOpen(world),
      expected: {
        typ: 'review',
        reviewId: answerId,
        partnershipId: ids.partnershipId,
        enquiryId: ids.enquiryId,
        version: 1,
      },
    });
    await expect(opening).rejects.toMatchObject({ code: 'SEAL.HEADER_MISMATCH' });
    expect(requestId).toBeDefined();
  });

  test('refuses a header edited in the envelope and in its row alike', async () => {
    const [, ...rest] = (await sealAnswer(world)).split('.');
    const personId = newId();
    const original = JSON.parse(
      Buffer.from((await sealAnswer(world)).split('.')[0]!, 'base64url').toString(),
    ) as object;
    const edited = Buffer.from(JSON.stringify({ ...original, personId })).toString('base64url');
    const opening = openEnvelope([edited, ...rest].join('.'), toOpen(world, { expected: answerIds({ personId }) }));
    await expect(opening).rejects.toEqual(refusedWith('SEAL.WRONG_KEY'));
  });

  test.each([['personId'], ['enquiryId'], ['answerId']] as const)(
    'refuses a true answer that was encrypted again as if it had another %s',
    async (field) => {
      const other = { [field]: newId() };
      const jwe = await encryptAnew(
        await signedInside(await sealAnswer(world)),
        { ...outside(), ...other },
        world.enquiry.publicKey,
      );
      const opening = openEnvelope(jwe, toOpen(world, { expected: answerIds(other) }));
      await expect(opening).rejects.toMatchObject({ code: 'SEAL.CLAIM_MISMATCH', where: [field] });
    },
  );

  test('refuses a true answer that was encrypted again to another key', async () => {
    const other = await generateSealingKey();
    const jwe = await encryptAnew(
      await signedInside(await sealAnswer(world)),
      { ...outside(), kid: other.publicKey.kid },
      other.publicKey,
    );
    const opening = openEnvelope(jwe, toOpen(world, { privateKey: other.privateKey }));
    await expect(opening).rejects.toMatchObject({ code: 'SEAL.CLAIM_MISMATCH', where: ['kid'] });
  });

  test('refuses a signer who is not registered', async () => {
    const stranger = await generateSigningKey();
    const byStranger = await sealAnswer(world, { sealer: { key: stranger.privateKey, sealedBy: typist } });
    await expect(openEnvelope(byStranger, toOpen(world))).rejects.toEqual(refusedWith('SEAL.UNKNOWN_SIGNER'));
  });

  describe('of a system whose key has a term', () => {
    const term = { from: new Date('2026-11-01T00:00:00Z'), until: new Date('2026-12-01T00:00:00Z') };
    const open = async (
      its: { term?: object; receivedAt?: Date; sealedAt?: Date; sealedBy?: typeof typist | typeof policeSystem } = {},
    ) => {
      const jwe = await sealAnswer(world, {
        sealer: { key: world.police.privateKey, sealedBy: policeSystem },
        sealedAt: its.sealedAt ?? sealedAt,
      });
      const register = (kid: string) => {
        const signer = world.register(kid);
        return signer && Promise.resolve({ ...signer, term: { ...term, ...its.term } });
      };
      return openEnvelope(
        jwe,
        toOpen(world, {
          verifierFor: register,
          ...(its.receivedAt && { receivedAt: () => Promise.resolve(its.receivedAt as Date) }),
          ...(its.sealedBy && { sealedBy: its.sealedBy }),
        }),
      );
    };
    const received = new Date('2026-11-02T09:31:00Z');
    const revokedAt = new Date('2026-11-10T00:00:00Z');

    test('opens what was sealed and received in time, also after the key was revoked', async () => {
      await expect(open({ receivedAt: received })).resolves.toMatchObject({ sealedBy: policeSystem });
      await expect(open({ receivedAt: received, term: { revokedAt } })).resolves.toMatchObject({
        sealedBy: policeSystem,
      });
    });

    test.each<[string, Parameters<typeof open>[0], string]>([
      ['received after its key was revoked', { receivedAt: revokedAt, term: { revokedAt } }, 'SEAL.SIGNER_REVOKED'],
      [
        'sealed after its key was revoked, whatever time of receipt is claimed',
        { receivedAt: received, sealedAt: new Date('2026-11-11T00:00:00Z'), term: { revokedAt } },
        'SEAL.SIGNER_REVOKED',
      ],
      ['received after its key ran out', { receivedAt: term.until }, 'SEAL.SIGNER_OUT_OF_TERM'],
      ['of which nobody knows when it was received', {}, 'SEAL.SIGNER_OUT_OF_TERM'],
      ['in a row that a person brought', { receivedAt: received, sealedBy: typist }, 'SEAL.SIGNER_NOT_ENTITLED'],
    ])('refuses what was %s', async (_case, its, code) => {
      await expect(open(its)).rejects.toEqual(refusedWith(code));
    });
  });

  test("refuses the console's key, and another person's words, in a row that somebody else brought", async () => {
    const jwe = await sealAnswer(world);
    for (const sealedBy of [policeSystem, { kind: 'person', id: newId() } as const])
      await expect(openEnvelope(jwe, toOpen(world, { sealedBy }))).rejects.toEqual(
        refusedWith('SEAL.SIGNER_NOT_ENTITLED'),
      );
  });

  test("refuses a stranger who writes the console's key id on their own signature", async () => {
    const stranger = await generateSigningKey();
    const posing = { ...stranger.privateKey, kid: world.console.publicKey.kid };
    const jwe = await sealAnswer(world, { sealer: { key: posing, sealedBy: typist } });
    await expect(openEnvelope(jwe, toOpen(world))).rejects.toEqual(refusedWith('SEAL.BAD_SIGNATURE'));
  });

  test("refuses an agency's system that answers for another agency, another partnership, or as a person", async () => {
    const seal = (changes: object, sealedBy: typeof typist | typeof policeSystem = policeSystem) =>
      sealAnswer(world, { header: answerIds(changes), sealer: { key: world.police.privateKey, sealedBy } });
    const open = async (changes: object, jwe: Promise<string>) =>
      openEnvelope(await jwe, toOpen(world, { expected: answerIds(changes) }));
    for (const changes of [{ agencyId: 'riverside-health-trust' }, { partnershipId: otherPartnership }]) {
      await expect(open(changes, seal(changes))).rejects.toEqual(refusedWith('SEAL.SIGNER_NOT_ENTITLED'));
    }
    await expect(open({}, seal({}, typist))).rejects.toEqual(refusedWith('SEAL.SIGNER_NOT_ENTITLED'));
  });

  test('refuses a draft that names another author than the one who sealed it', async () => {
    const header = {
      typ: 'draft',
      partnershipId: otherPartnership,
      version: 1,
      draftId: newId(),
      authorId: newId(),
    } as const;
    const kid = world.enquiry.publicKey.kid;
    const jwe = await encryptAnew(
      await signedByConsole({ ...header, kid }, typist, { facts: {}, content: {} }),
      { ...header, kid },
      world.enquiry.publicKey,
    );
    const opening = openEnvelope(jwe, { ...toOpen(world), expected: header });
    await expect(opening).rejects.toMatchObject({ code: 'SEAL.CLAIM_MISMATCH', where: ['authorId'] });
  });

  test('refuses the key of another enquiry', async () => {
    const { privateKey } = await generateSealingKey();
    const jwe = await sealAnswer(world);
    await expect(openEnvelope(jwe, toOpen(world, { privateKey }))).rejects.toEqual(refusedWith('SEAL.WRONG_KEY'));
    const posing = { ...privateKey, kid: world.enquiry.publicKey.kid };
    await expect(openEnvelope(jwe, toOpen(world, { privateKey: posing }))).rejects.toEqual(
      refusedWith('SEAL.WRONG_KEY'),
    );
  });

  test('refuses an inside that an unchecked sealer signed: contents that are no answer', async () => {
    for (const rest of [
      { facts: answerFacts(), content: {} },
      { facts: {}, content: answerContent() },
    ]) {
      const jwe = await encryptAnew(await signedByConsole(outside(), typist, rest), outside(), world.enquiry.publicKey);
      await expect(openEnvelope(jwe, toOpen(world))).rejects.toEqual(refusedWith('SEAL.CONTENT_INVALID'));
    }
  });

  test('refuses what is no envelope at all', async () => {
    const plain = await encryptAnew('not-a-signature', outside(), world.enquiry.publicKey);
    const withWords = await encryptAnew('x', { ...outside(), note: 'words' }, world.enquiry.publicKey);
    for (const jwe of ['', 'a.b.c.d.e', 'x'.repeat(100_000), plain, withWords]) {
      await expect(openEnvelope(jwe, toOpen(world))).rejects.toEqual(refusedWith('SEAL.MALFORMED'));
    }
  });

  test('refuses a signature made for another use of the same key', async () => {
    const lease = await signStatement('mash-key-lease', {}, world.console.privateKey);
    const jwe = await encryptAnew(lease, outside(), world.enquiry.publicKey);
    await expect(openEnvelope(jwe, toOpen(world))).rejects.toEqual(refusedWith('SEAL.MALFORMED'));
  });

  test('says nothing of the inside in a refusal', async () => {
    const content = { ...answerContent(), items: [{ canary: 'saffron-heron' }] };
    const jwe = await encryptAnew(
      await signedByConsole(outside(), typist, { facts: answerFacts(), content }),
      outside(),
      world.enquiry.publicKey,
    );
    const refusal: unknown = await openEnvelope(jwe, toOpen(world)).catch((error: unknown) => error);
    expect(String(refusal) + JSON.stringify(refusal)).not.toContain('saffron-heron');
  });
});
