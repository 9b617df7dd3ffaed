import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  IdentityStatedV1,
  newId,
  ProtectionStartedV1,
  type LineFacts,
  type SayWhatIsWrong,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { capabilitiesFor } from '../../testing/a-capability';
import { establish } from '../../testing/a-partnership';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { ARecall } from '../../testing/a-recall';
import { DecideAgainWhenAFactChanges } from '../reactions/decide-again-when-a-fact-changes.reaction';
import { aRegisteredSystem, type ASystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { MakeCapabilityWhenProtectionStarts } from '../reactions/make-capability-when-protection-starts.reaction';

jest.setTimeout(120_000);

describe('A capability', () => {
  let sharing: Sharing;
  let police: ASystem;
  let enquiry: AnEnquiry;
  let systems: ReturnType<typeof capabilitiesFor>;

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    police = await aRegisteredSystem(sharing);
    systems = capabilitiesFor(sharing, police);
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const hearWhatWasSaid = async () => {
    const events = await sharing.query<{ envelope: IdentityStatedV1 }>(
      `SELECT envelope FROM (SELECT type, seq, envelope FROM outbox UNION SELECT type, seq, envelope FROM outbox_archive) AS put_down
        WHERE type = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 ORDER BY seq`,
      [IdentityStatedV1.type, enquiry.enquiryId],
    );
    for (const { envelope } of events) await sharing.app.get(DecideAgainWhenAFactChanges).identityStated(envelope);
  };
  describe('for what was recalled', () => {
    const says = (about: SayWhatIsWrong['about'], its: Partial<SayWhatIsWrong> = {}) =>
      new ARecall(sharing, enquiry).says(about, its);
    const told = () =>
      sharing.query('SELECT recipient_id, recipient_agency_id FROM recall_notice WHERE enquiry_id = $1', [
        enquiry.enquiryId,
      ]);

    test.each<[string, (line: LineFacts) => SayWhatIsWrong['about'], Partial<SayWhatIsWrong>]>([
      ['a request about somebody else', ({ requestId: id }) => ({ kind: 'request', id }), {}],
      ['a person who was matched wrongly', ({ personId: id }) => ({ kind: 'person', id }), {}],
      [
        'a request that went to the wrong agency',
        ({ requestId: id }) => ({ kind: 'request', id }),
        { says: 'wrong_recipient', recipientAgencyId: DEMO_AGENCIES.police },
      ],
    ])('(%s) opens nothing, at once, and is listed no more', async (_what, about, its) => {
      const line = await aPermittedLine(enquiry);
      const capability = await systems.capabilityOf(line);
      expect(await says(about(line), its)).toMatchObject({ status: 200, body: { recipients: 0 } });
      const { status, body } = await systems.open(capability);
      expect([status, body.code]).toEqual([409, 'SHARING.CAPABILITY_WITHDRAWN']);
      expect(await systems.refusals(capability.capabilityId)).toEqual(['SHARING.CAPABILITY_WITHDRAWN']);
      expect(await systems.ledgerOf(capability.capabilityId)).toEqual([]);
      await hearWhatWasSaid();
      await expect(systems.capabilityOf(line)).rejects.toThrow('No capability');
    });

    test('and was opened before, names its agency among those who saw it', async () => {
      const line = await aPermittedLine(enquiry);
      expect((await systems.open(await systems.capabilityOf(line))).status).toBe(200);
      const said = await says({ kind: 'person', id: line.personId });
      expect(said).toMatchObject({ status: 200, body: { recipients: 1 } });
      expect(await told()).toEqual([{ recipient_id: null, recipient_agency_id: DEMO_AGENCIES.police }]);
    });
  });

  describe('of a notice of immediate protection', () => {
    const noticed = async (agencyId: string = DEMO_AGENCIES.police) => {
      const noticeId = newId();
      const { enquiryId } = enquiry;
      const ids = { enquiryId, productId: noticeId, agencyId };
      const header = { typ: 'outward', version: 1, partnershipId: DEMO_PARTNERSHIP, ...ids } as const;
      const sealed = await enquiry.seal<'outward'>(header, {
        ...{ content: { known: 'He is at the door.' }, by: people.analyst.id },
      });
      const kept = { noticeId, enquiryId, partnershipId: DEMO_PARTNERSHIP, agencyId, sealed };
      sharing.others.answers.set(`/decision/facts/notices/${noticeId}`, kept);
      const at = new Date().toISOString();
      const started: ProtectionStartedV1 = {
        ...{ id: newId(), type: ProtectionStartedV1.type, version: 1, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
        ...{ correlationId: enquiryId, actor: { id: people.analyst.id, kind: 'person' } },
        data: {
          ...{ enquiryId, protectionId: newId(), outOfHours: false, startedAt: at },
          recipients: [{ agencyId, noticeId, team: 'police' }],
        },
      };
      const reaction = sharing.app.get(MakeCapabilityWhenProtectionStarts);
      await Promise.all([reaction.handle(started), reaction.handle(started)]);
      return { lineId: noticeId };
    };

    test('opens it once to the system of the police, in mode protect', async () => {
      const capability = await systems.capabilityOf(await noticed());
      const { body } = await systems.open(capability);
      expect(body).toMatchObject({ kind: 'notice', content: { known: 'He is at the door.' } });
      expect(await systems.ledgerOf(capability.capabilityId)).toMatchObject([
        { mode: 'protect', recipient_id: police.clientId },
      ]);
      expect((await systems.open(capability)).body.code).toBe('SHARING.CAPABILITY_USED');
    });

    test.each(['broken', 'hanging'] as const)(
      'opens it while contact-intake (%s) does not answer, and the log says without what',
      async (how) => {
        const capability = await systems.capabilityOf(await noticed());
        sharing.others.down.set('contact-intake', how);
        const began = Date.now();
        const { status, body } = await systems.open(capability).finally(() => sharing.others.down.clear());
        expect([status, body]).toMatchObject([200, { content: { known: 'He is at the door.' } }]);
        expect(Date.now() - began).toBeLessThan(4_000);
        const entries = await sharing.query(
          `SELECT envelope -> 'data' ->> 'reasonCode' AS code
             FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
            WHERE envelope -> 'data' ->> 'action' = 'capability.use' AND envelope -> 'data' -> 'subject' ->> 'id' = $1`,
          [capability.capabilityId],
        );
        expect(entries).toEqual([{ code: 'WITHOUT_CONTACT_INTAKE' }]);
      },
    );

    test('that was recalled opens nothing, and is listed no more; who opened it is told', async () => {
      const [read, unread] = [await noticed(), await noticed()];
      const [opened, shut] = [await systems.capabilityOf(read), await systems.capabilityOf(unread)];
      expect((await systems.open(opened)).status).toBe(200);
      const recall = new ARecall(sharing, enquiry);
      const said = await Promise.all([read, unread].map(({ lineId: id }) => recall.says({ kind: 'notice', id })));
      expect(said.map(({ body }) => body.recipients)).toEqual([1, 0]);
      expect((await systems.open(shut)).body.code).toBe('SHARING.CAPABILITY_WITHDRAWN');
      await expect(systems.capabilityOf(unread)).rejects.toThrow('No capability');
    });

    test('is not made for a body that protection does not tell, nor for one that the register does not know', async () => {
      for (const agencyId of [DEMO_AGENCIES.health, DEMO_AGENCIES.earlyHelp, 'nobody']) await noticed(agencyId);
      const made = await sharing.query('SELECT 1 FROM capability WHERE enquiry_id = $1', [enquiry.enquiryId]);
      expect(made).toEqual([]);
    });
  });
});
