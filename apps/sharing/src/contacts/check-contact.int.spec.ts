import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  type ContactFactsToCheck,
  type ContactRecordedV1,
} from '@mash/contracts';
import { generateSealingKey, sealEnvelope, SealingPublicKey, type Sealer } from '@mash/sealing';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { aRegisteredSystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { KeyStore } from '../keys/key-store';
import { BindKeysWhenContactIsRecorded } from '../reactions/bind-keys-when-contact-is-recorded.reaction';
import { CheckContactWhenItIsRecorded } from '../reactions/check-contact-when-it-is-recorded.reaction';

jest.setTimeout(120_000);

const TEACHER = { kind: 'person', id: people.teacher.id } as const;

describe('A concern that has come in', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
  });
  afterAll(() => sharing.close());

  const freshKey = async (partnershipId: string = DEMO_PARTNERSHIP): Promise<SealingPublicKey> => {
    const [lease] = await sharing.app.get(KeyStore).lease(partnershipId, 'enquiry', 1);
    return SealingPublicKey.parse(lease?.publicKey);
  };
  const byConsole = (): Sealer => ({ key: sharing.consoleKey, sealedBy: TEACHER });

  interface ToSend {
    readonly publicKey: SealingPublicKey;
    readonly sealer: Sealer;
    readonly author: ContactFactsToCheck['author'];
    readonly headerOf?: string;
  }
  /** Sealed, kept by `contact-intake` and announced: bound and checked, as the consumer runs both. */
  const arrives = async ({ publicKey, sealer, author, headerOf }: ToSend) => {
    const [contactId, enquiryId] = [newId(), newId()];
    const envelope = await sealEnvelope<'contact'>({
      header: { typ: 'contact', partnershipId: DEMO_PARTNERSHIP, version: 1, contactId: headerOf ?? contactId },
      ...{ facts: {}, content: { narrative: 'Worried' }, publicKey, sealer, sealedAt: new Date() },
    });
    const sealed = { kid: publicKey.kid, envelope };
    const facts: ContactFactsToCheck = { contactId, enquiryId, partnershipId: DEMO_PARTNERSHIP, author, sealed };
    sharing.others.answers.set(`/contact-intake/facts/contacts/${contactId}`, facts);
    const at = new Date().toISOString();
    const event: ContactRecordedV1 = {
      ...{ id: newId(), version: 1, correlationId: enquiryId, type: 'contact-intake.contact-recorded', occurredAt: at },
      ...{ partnershipId: DEMO_PARTNERSHIP, actor: { id: 'contact-intake', kind: 'system' } },
      data: {
        ...{ enquiryId, contactId, reference: 'C-2345678', enquiryReference: 'E-2345678', receivedAt: at },
        ...{ recordedAt: at, source: '6', referrerKind: 'professional', referrerAgencyId: DEMO_AGENCIES.police },
        ...{ urgent: false, keyIds: [publicKey.kid], people: { children: 1, unborn: 0, adults: 0 } },
        ...{ presentingIssues: [], repeatContacts12Months: 0 },
      },
    };
    await sharing.app.get(BindKeysWhenContactIsRecorded).handle(event);
    for (let time = 1; time <= 2; time += 1) await sharing.app.get(CheckContactWhenItIsRecorded).handle(event);
    return { contactId, enquiryId, event };
  };
  const refusedWith = async (contactId: string) =>
    (
      await sharing.query<{ code: string }>(
        `SELECT reason_code AS code FROM envelope_refusal WHERE envelope_id = $1 AND place = 'contact'`,
        [contactId],
      )
    ).map(({ code }) => code);
  const isAccepted = async (contactId: string) =>
    (await sharing.query('SELECT 1 FROM accepted_envelope WHERE about_id = $1', [contactId])).length === 1;
  const hasKey = async (enquiryId: string) => (await sharing.app.get(KeyStore).boundKey(enquiryId)) !== undefined;

  test('is accepted where its sender sealed it: a person through the console, a system by its own key', async () => {
    const police = await aRegisteredSystem(sharing);
    const author = { kind: 'system', id: police.clientId } as const;
    for (const its of [
      { sealer: byConsole(), author: TEACHER },
      { sealer: police.sealer, author },
    ]) {
      const { contactId } = await arrives({ publicKey: await freshKey(), ...its });
      expect([await isAccepted(contactId), await refusedWith(contactId)]).toEqual([true, []]);
    }
  });

  test.each<[string, string, () => Promise<ToSend>]>([
    [
      'sealed to a key that `sharing` never made',
      'SEAL.WRONG_KEY',
      async () => ({ publicKey: (await generateSealingKey()).publicKey, sealer: byConsole(), author: TEACHER }),
    ],
    [
      'sealed to a key of another partnership',
      'SEAL.WRONG_KEY',
      async () => ({ publicKey: await freshKey(newId()), sealer: byConsole(), author: TEACHER }),
    ],
    [
      'sealed to a key that another enquiry has',
      'SEAL.WRONG_KEY',
      async () => ({ publicKey: (await AnEnquiry.begin(sharing)).publicKey, sealer: byConsole(), author: TEACHER }),
    ],
    [
      'made for another contact',
      'SEAL.HEADER_MISMATCH',
      async () => ({ publicKey: await freshKey(), sealer: byConsole(), author: TEACHER, headerOf: newId() }),
    ],
    [
      'sealed by the console, though a system brought it',
      'SEAL.SIGNER_NOT_ENTITLED',
      async () => ({
        ...{ publicKey: await freshKey(), sealer: byConsole() },
        author: { kind: 'system', id: 'riverside-police-records' },
      }),
    ],
    [
      'sealed by another system than the one that brought it',
      'SEAL.SIGNER_NOT_ENTITLED',
      async () => ({
        ...{ publicKey: await freshKey(), sealer: (await aRegisteredSystem(sharing)).sealer },
        author: { kind: 'system', id: 'trust-records' },
      }),
    ],
    [
      'sealed by a revoked key',
      'SEAL.SIGNER_REVOKED',
      async () => {
        const { key, sealer, clientId } = await aRegisteredSystem(sharing);
        await sharing.as(people.admin)('post', `/system-keys/${key.kid}/revoke`, { reason: 'lost' });
        return { publicKey: await freshKey(), sealer, author: { kind: 'system', id: clientId } };
      },
    ],
  ])(
    'and is %s is reported, its enquiry has a key to work with, and nothing of it opens',
    async (_what, code, make) => {
      const { contactId, enquiryId } = await arrives(await make());
      expect([await isAccepted(contactId), await refusedWith(contactId)]).toEqual([false, [code]]);
      expect(await hasKey(enquiryId)).toBe(true);
    },
  );

  test('waits for its check until its key is bound, and is not refused before', async () => {
    const { event } = await arrives({ publicKey: await freshKey(), sealer: byConsole(), author: TEACHER });
    const early = { ...event, id: newId(), data: { ...event.data, enquiryId: newId() } };
    await expect(sharing.app.get(CheckContactWhenItIsRecorded).handle(early)).rejects.toMatchObject({
      code: 'KEYS_NOT_BOUND_YET',
    });
  });
});
