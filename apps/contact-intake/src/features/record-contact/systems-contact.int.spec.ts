import { newId, OTHER_PARTNERSHIP, type ContactRecordedV1, type RecordContact } from '@mash/contracts';
import { generateSealingKey, generateSigningKey } from '@mash/sealing';
import { people } from '@mash/testing';
import { sealedWords } from '../../../testing/a-contact';
import { aSystemsContact } from '../../../testing/a-systems-contact';
import { startIntake, type Intake } from '../../../testing/start-intake';

describe('A contact that an agency’s own system sends', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.close());

  const claims = { partnership: people.teacher.partnershipId, agency: people.teacher.agencyId };
  const send = (contact: RecordContact, its: { scopes?: string[]; claims?: object } = {}) =>
    intake.asSystem(its.scopes ?? ['contacts:create'], { ...(its.claims ?? claims) })('post', '/contacts', contact, {
      'Idempotency-Key': contact.contactId,
    });
  const made = (its?: Parameters<typeof aSystemsContact>[1]) => aSystemsContact(intake.sharingKey, its);
  const isKept = async ({ contactId }: RecordContact) =>
    (await intake.query('SELECT 1 FROM contact WHERE contact_id = $1', [contactId])).length > 0;
  const refusals = async ({ contactId }: RecordContact) =>
    (await intake.events<{ outcome: string; reasonCode?: string; subject: { id: string } }>('audit.audit-recorded'))
      .filter(({ data }) => data.subject.id === contactId && data.outcome === 'refused')
      .map(({ data }) => data.reasonCode);

  test('is taken in its own agency’s name, once for one key, and the same receipt comes again', async () => {
    const contact = await made();
    const [first, again] = [await send(contact), await send(contact)];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const { enquiryId } = first.body as { enquiryId: string };
    const [recorded] = await intake.events<ContactRecordedV1['data']>('contact-intake.contact-recorded', enquiryId);
    expect(recorded).toMatchObject({
      actor: { kind: 'system', id: 'school-system', agencyId: people.teacher.agencyId },
      data: { referrerAgencyId: people.teacher.agencyId, keyIds: [contact.sealed.kid] },
    });
  });

  test('may be sealed to the overflow key', async () => {
    expect((await send(await made({ lease: { use: 'overflow' } }))).status).toBe(201);
  });

  test.each<[string, string, () => Promise<RecordContact>]>([
    ['without the lease of its key', 'INTAKE.LEASE_NEEDED', () => made({ changes: { lease: undefined } })],
    [
      'with a lease that somebody else signed',
      'SEAL.LEASE_UNTRUSTED',
      async () => aSystemsContact((await generateSigningKey()).privateKey),
    ],
    [
      'with a lease for another partnership',
      'SEAL.LEASE_WRONG_PARTNERSHIP',
      () => made({ lease: { partnershipId: OTHER_PARTNERSHIP } }),
    ],
    ['with a lease that has run out', 'SEAL.LEASE_EXPIRED', () => made({ lease: { expiresAt: new Date(0) } })],
    ['with a lease for another use', 'SEAL.LEASE_WRONG_USE', () => made({ lease: { use: 'case' } })],
    [
      'with a lease of another key than it is sealed to',
      'SEAL.WRONG_KEY',
      async () => made({ lease: { publicKey: (await generateSealingKey()).publicKey } }),
    ],
    ['sealed for another contact', 'SEAL.HEADER_MISMATCH', () => made({ header: { contactId: newId() } })],
    [
      'sealed for another partnership',
      'SEAL.HEADER_MISMATCH',
      () => made({ header: { partnershipId: OTHER_PARTNERSHIP } }),
    ],
    [
      'that is no envelope of ours',
      'SEAL.MALFORMED',
      async () => {
        const contact = await made();
        return { ...contact, sealed: sealedWords(contact.sealed.kid) };
      },
    ],
    ['that names a caller apart', 'INTAKE.CALLER_APART', () => made({ changes: { sealedCaller: sealedWords() } })],
  ])('is refused %s: coded, on record, and nothing of it is kept', async (_what, code, make) => {
    const contact = await make();
    const answer = await send(contact);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect([await isKept(contact), await refusals(contact)]).toEqual([false, [code]]);
  });

  test('with a field added to its lease is refused as a body that is not understood', async () => {
    const contact = await made();
    const lease = { ...contact.lease, note: 'words' } as unknown as RecordContact['lease'];
    expect((await send({ ...contact, lease })).status).toBe(400);
  });

  test('needs the scope, and a client that works for one partnership', async () => {
    for (const its of [{ scopes: ['facts:read'] }, { scopes: ['requests:answer'] }, { claims: {} }]) {
      const contact = await made();
      expect((await send(contact, its)).status).toBe(403);
      expect(await isKept(contact)).toBe(false);
    }
  });
});
