import { DEMO_PARTNERSHIP, newId, type BreachRecord, type Erasure, type LegalHold } from '@mash/contracts';
import { HttpKms, type Sealer, type SealingPublicKey } from '@mash/sealing';
import { KmsDouble, people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { ARecall } from '../../testing/a-recall';
import { aRegisteredSystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { anErasedKey } from '../../testing/an-erased-key';
import { foundIn } from '../../testing/found-in';
import { Governing } from '../../testing/governing';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

interface Forged {
  readonly kid: string;
  readonly envelope: string;
}

/** Somebody writes into this service's tables: the reasons that information governance wrote are swapped for other words. */
describe('A written reason that somebody else put in its place', () => {
  let sharing: Sharing;
  let kms: KmsDouble;
  let enquiry: AnEnquiry;
  let governing: Governing;
  let erasedKey: SealingPublicKey;

  beforeAll(async () => {
    kms = await KmsDouble.start();
    sharing = await startSharing({ keyEncryption: new HttpKms(kms.settings) });
    await establish(sharing);
    erasedKey = await anErasedKey(sharing);
  });
  beforeEach(async () => {
    kms.fail(false);
    enquiry = await AnEnquiry.begin(sharing);
    enquiry.factsAre({ decision: { closed: true } });
    governing = new Governing(sharing, enquiry);
  });
  afterAll(async () => {
    await sharing.close();
    await kms.close();
  });

  const found = () => foundIn(sharing, enquiry.enquiryId);
  const note = (
    noteId: string,
    its: { by?: string; content?: object; sealer?: Sealer; to?: SealingPublicKey } = {},
  ): Promise<Forged> => {
    const by = its.by ?? people.igOfficer.id;
    const header = { typ: 'note', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId } as const;
    return enquiry.seal<'note'>({ ...header, noteId, authorId: by }, { content: { reason: 'Forged.' }, by, ...its });
  };
  const swap = (table: string, [id, column]: [id: string, column: string], { kid, envelope }: Forged, prefix = '') =>
    sharing.query(`UPDATE ${table} SET ${prefix}kid = $2, ${prefix}envelope = $3 WHERE ${column} = $1`, [
      ...[id, kid, envelope],
    ]);
  const show = async <T>(path: string): Promise<T> => {
    const { status, body } = await sharing.as(people.igOfficer)('get', path);
    expect(status).toBe(200);
    return body as T;
  };

  test.each<[what: string, make: (noteId: string) => Promise<Forged>]>([
    ['of another row', () => note(newId())],
    ['of another person', (noteId) => note(noteId, { by: people.manager.id })],
    [
      'of a system',
      async (noteId) => note(noteId, { sealer: (await aRegisteredSystem(sharing, { clientId: newId() })).sealer }),
    ],
    ['that is none', (noteId) => note(noteId, { content: { reason: 7 } })],
    ['that is no envelope', () => Promise.resolve({ kid: 'x', envelope: 'not.even.an.envelope.here' })],
    ['to the key of an erased enquiry', (noteId) => note(noteId, { to: erasedKey })],
    [
      'that is no envelope, with the key of an erased enquiry',
      () => Promise.resolve({ kid: erasedKey.kid, envelope: 'not.even.an.envelope.here' }),
    ],
  ])('%s: the hold is shown without it, and it is reported once', async (_what, make) => {
    const { holdId } = await governing.hold();
    await governing.lift(holdId);
    await swap('legal_hold', [holdId, 'hold_id'], await make(holdId));
    for (let times = 0; times < 2; times += 1) {
      const hold = await show<LegalHold>(`/legal-holds/${holdId}`);
      expect(hold).toMatchObject({ liftReason: 'The proceedings have ended.', doesNotOpen: ['reason'] });
      expect(hold).not.toHaveProperty('reason');
    }
    expect(await found()).toEqual([{ place: 'note', envelopeId: holdId }]);
  });

  test('why it was lifted, told apart from why it was placed', async () => {
    const { holdId } = await governing.hold();
    await governing.lift(holdId);
    await swap('legal_hold', [holdId, 'hold_id'], await note(holdId), 'lift_');
    const hold = await show<LegalHold>(`/legal-holds/${holdId}`);
    expect(hold).toMatchObject({ reason: 'Care proceedings have been issued.', doesNotOpen: ['liftReason'] });
  });

  const isAlive = async () => {
    const living = 'SELECT 1 FROM enquiry_key WHERE enquiry_id = $1 AND wrapped IS NOT NULL';
    return (await sharing.query(living, [enquiry.enquiryId])).length > 0;
  };

  test.each<[what: string, make: (erasureId: string) => Promise<Forged>]>([
    ['of another row', () => note(newId())],
    ['to the key of an erased enquiry', (erasureId) => note(erasureId, { to: erasedKey })],
  ])('%s erases nothing: the second person reads that it does not open, and cannot confirm', async (_what, make) => {
    const { erasureId } = await governing.request();
    await swap('erasure', [erasureId, 'erasure_id'], await make(erasureId));
    expect(await show<Erasure>(`/erasures/${erasureId}`)).toMatchObject({
      state: 'requested',
      doesNotOpen: ['reason'],
    });
    expect(await governing.confirm(erasureId)).toEqual({ status: 409, code: 'ERASURE.DOES_NOT_OPEN' });
    expect(await isAlive()).toBe(true);
    expect(await found()).toEqual([{ place: 'note', envelopeId: erasureId }]);
  });

  test('whose key is gone, and with it the words, is confirmed by nobody', async () => {
    const { erasureId } = await governing.request();
    const destroy = 'UPDATE enquiry_key SET wrapped = NULL, destroyed_at = now() WHERE enquiry_id = $1';
    await sharing.query(destroy, [enquiry.enquiryId]);
    expect(await governing.confirm(erasureId)).toEqual({ status: 409, code: 'ERASURE.DOES_NOT_OPEN' });
    expect(await show<Erasure>(`/erasures/${erasureId}`)).toMatchObject({ state: 'requested' });
    expect(await found()).toEqual([{ place: 'note', envelopeId: erasureId }]);
  });

  test('of a breach: the record and its export stand without it, and say so', async () => {
    const recall = new ARecall(sharing, enquiry);
    const { itemIds } = await enquiry.accepted({ text: 'He was seen alone in the park in May.' });
    const { body } = await recall.says({ kind: 'item', id: itemIds[0] ?? '' });
    const breachId = body.breachId ?? '';
    await recall.states(breachId, 'consequences');
    await recall.states(breachId, 'measures');
    const ids = await sharing.query<{ id: string; says: string }>(
      'SELECT statement_id AS id, says FROM breach_statement WHERE breach_id = $1 ORDER BY says',
      [breachId],
    );
    const [consequences, measures] = ids.map(({ id }) => id);
    await swap('breach_statement', [consequences ?? '', 'statement_id'], await note(measures ?? ''));
    await swap('identity_statement', [body.statementId, 'statement_id'], await note(newId()));
    const record = await show<BreachRecord>(`/breaches/${breachId}`);
    expect(record).toMatchObject({
      doesNotOpen: ['reported'],
      statements: [{ says: 'consequences', doesNotOpen: ['words'] }, { words: 'Words of measures.' }],
    });
    expect(await show(`/breaches/${breachId}/export`)).toMatchObject({
      aboutTheBreach: { whatHappened: ['Does not open: reported.'] },
      likelyConsequences: ['Does not open: reported.'],
      measures: ['Words of measures.'],
    });
    const places = [body.statementId, consequences].map((envelopeId) => ({ place: 'note', envelopeId }));
    expect(await found()).toEqual(expect.arrayContaining(places));
    expect(await found()).toHaveLength(2);
  });

  test('while the key management service is down nothing is called forged: whoever reads tries again', async () => {
    const { holdId } = await governing.hold();
    const { erasureId } = await governing.request();
    await swap('erasure', [erasureId, 'erasure_id'], await note(erasureId));
    kms.fail(true);
    const { status, body } = await sharing.as(people.igOfficer)('get', `/legal-holds/${holdId}`);
    expect([status, body.code]).toEqual([503, 'SEAL.KMS_UNREACHABLE']);
    expect(await found()).toEqual([]);
  });
});
