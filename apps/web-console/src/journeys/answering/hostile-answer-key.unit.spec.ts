import { DEMO_PARTNERSHIP, newId, OTHER_PARTNERSHIP, type RequestDetail } from '@mash/contracts';
import { generateSealingKey, generateSigningKey, signLease, type KeyLease, type LeaseOffer } from '@mash/sealing';
import type { AgencyRequestsClient } from '../../api-clients/agency-requests.client';
import type { Asker } from '../../api-clients/service-http';
import type { SharingClient } from '../../api-clients/sharing.client';
import { Clock } from '../../clock';
import type { ConsoleConfig } from '../../config';
import { SealingDesk } from '../../sealing/sealing-desk';
import type { SignedInPerson } from '../../session/signed-in-person';
import { AnswerKeys } from './asked/answer-keys';
import { newAnswerDraft } from './draft/answer-draft';
import { AnswerDrafts } from './draft/answer-drafts';
import { AnswerSender } from './sending/answer-sender';

const NOW = new Date('2026-11-23T13:40:00.000Z');
class FixedClock extends Clock {
  override now(): Date {
    return NOW;
  }
}
const clock = new FixedClock();
const asker = {} as unknown as Asker;
const liaison = { accountId: newId(), partnershipId: DEMO_PARTNERSHIP } as SignedInPerson;
const enquiryId = newId();
const personId = newId();
const part = { personId, facts: { identity: 'confirmed', items: [] }, content: { coverage: {}, items: [] } };

/** Somebody writes the database of agency-requests: what it hands out as the key to answer to is theirs. */
describe('The key that a request says to answer to', () => {
  type Signed = Awaited<ReturnType<typeof generateSigningKey>>;
  let sharing: Signed;
  let console: Signed;
  let thief: Signed;
  beforeAll(async () => {
    [sharing, console, thief] = await Promise.all([generateSigningKey(), generateSigningKey(), generateSigningKey()]);
  });

  async function leaseOf(changes: Partial<LeaseOffer> = {}, signer: Signed = sharing): Promise<KeyLease> {
    const { publicKey } = await generateSealingKey();
    const expiresAt = new Date(NOW.getTime() + 86_400_000);
    const offer = { publicKey, partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', expiresAt, enquiryId } as const;
    return signLease({ ...offer, ...changes }, signer.privateKey);
  }
  const detailWith = (answerKey: unknown): RequestDetail =>
    ({ requestId: newId(), enquiryId, agencyId: 'riverside-police', answerKey }) as RequestDetail;

  /** What was sealed would have to be sent: whatever goes out is kept here. */
  function journey() {
    const sent: { kid: string }[] = [];
    const client = {
      answer: (_: Asker, requestId: string, { envelopes }: { envelopes: { sealed: { kid: string } }[] }) => {
        sent.push(...envelopes.map(({ sealed }) => sealed));
        return Promise.resolve({ answerId: requestId, receivedAt: NOW.toISOString(), late: false });
      },
      saveDraft: (_: Asker, _draftId: string, { sealed }: { sealed: { kid: string } }) => {
        sent.push(sealed);
        return Promise.resolve();
      },
    } as unknown as AgencyRequestsClient;
    const config = {
      sharingPublicKey: JSON.stringify(sharing.publicKey),
      signingKey: JSON.stringify(console.privateKey),
    } as ConsoleConfig;
    const [desk, keys] = [new SealingDesk(clock, config), new AnswerKeys(clock, config)];
    const seal = jest.spyOn(desk, 'seal');
    const sender = new AnswerSender(client, desk, keys);
    const drafts = new AnswerDrafts(client, {} as unknown as SharingClient, desk, keys);
    const toSend = (detail: RequestDetail) => ({ detail, answerId: newId(), complete: true, parts: [part as never] });
    return {
      ...{ sent, seal },
      send: (detail: RequestDetail) => sender.send(asker, liaison, toSend(detail)),
      keep: (detail: RequestDetail) => drafts.keep(asker, liaison, detail, newAnswerDraft()),
    };
  }

  test('is used where sharing signed it for this enquiry', async () => {
    const lease = await leaseOf();
    const { keep, sent } = journey();
    await keep(detailWith(lease));
    expect(sent.map(({ kid }) => kid)).toEqual([lease.kid]);
  });

  test('gets neither answer nor draft where it is anybody else’s, and the refusal says why', async () => {
    const [true_, theirs] = [await leaseOf(), (await generateSealingKey()).publicKey];
    const hostile: [unknown, string][] = [
      [{ kid: theirs.kid, jwk: theirs }, 'SEAL.LEASE_MALFORMED'],
      [{ ...true_, kid: theirs.kid, publicKey: theirs }, 'SEAL.LEASE_UNTRUSTED'],
      [await leaseOf({ publicKey: theirs }, thief), 'SEAL.LEASE_UNTRUSTED'],
      [await leaseOf({ enquiryId: newId() }), 'SEAL.LEASE_WRONG_ENQUIRY'],
      [await leaseOf({ enquiryId: undefined }), 'SEAL.LEASE_WRONG_ENQUIRY'],
      [await leaseOf({ use: 'case' }), 'SEAL.LEASE_WRONG_USE'],
      [await leaseOf({ partnershipId: OTHER_PARTNERSHIP }), 'SEAL.LEASE_WRONG_PARTNERSHIP'],
      [await leaseOf({ expiresAt: NOW }), 'SEAL.LEASE_EXPIRED'],
      [undefined, 'REQUESTS.NO_KEY'],
    ];
    for (const [offered, code] of hostile) {
      const { send, keep, sent, seal } = journey();
      await expect(send(detailWith(offered))).rejects.toMatchObject({ code });
      await expect(keep(detailWith(offered))).rejects.toMatchObject({ code });
      expect([sent, seal.mock.calls]).toEqual([[], []]);
    }
  });
});
