import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  IdentityStatedV1,
  newId,
  OTHER_PARTNERSHIP,
  ProtectionStartedV1,
  type Capabilities,
  type EnvelopeRefusals,
  type LineFacts,
  type SayWhatIsWrong,
} from '@mash/contracts';
import { generateSigningKey, proveCapabilityUse } from '@mash/sealing';
import { people } from '@mash/testing';
import { anAdult } from '../../testing/an-adult';
import { establish } from '../../testing/a-partnership';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { ARecall } from '../../testing/a-recall';
import { linesWith } from '../../testing/a-line';
import { newerFactsOf } from '../../testing/newer-facts';
import { DecideAgainWhenAFactChanges } from '../reactions/decide-again-when-a-fact-changes.reaction';
import { aRegisteredSystem, aSystem, type ASystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { decideAsk } from '../../testing/decide-ask';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { MakeCapabilityWhenProtectionStarts } from '../reactions/make-capability-when-protection-starts.reaction';
import { CapabilityRepository } from './capability.repository';
import { CapabilitySeal } from './capability-seal';

jest.setTimeout(120_000);

type Capability = Capabilities['capabilities'][number];

describe('A capability', () => {
  let sharing: Sharing;
  let police: ASystem;
  let enquiry: AnEnquiry;

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    police = await aRegisteredSystem(sharing);
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const SCOPE = ['capabilities:use'];
  const as = (system: Pick<ASystem, 'clientId' | 'agencyId'>, its: { scopes?: string[]; partnership?: string } = {}) =>
    sharing.asSystem(its.scopes ?? SCOPE, {
      clientId: system.clientId,
      claims: { agency: system.agencyId, partnership: its.partnership ?? DEMO_PARTNERSHIP },
    });
  const listed = async (system: ASystem): Promise<Capability[]> =>
    ((await as(system)('get', '/capabilities')).body as Capabilities).capabilities;
  const capabilityOf = async ({ lineId }: Pick<LineFacts, 'lineId'>, system = police): Promise<Capability> => {
    const found = (await listed(system)).find(({ aboutId }) => aboutId === lineId);
    if (found === undefined) throw new Error('No capability');
    return found;
  };
  const open = async (
    { capabilityId, capability }: Capability,
    its: {
      system?: ASystem;
      key?: ASystem['key'];
      proof?: string;
      capability?: string;
      ask?: ReturnType<typeof as>;
    } = {},
  ) => {
    const { system = police } = its;
    const proof = its.proof ?? (await proveCapabilityUse(capabilityId, its.key ?? system.key, new Date()));
    const body = { capability: its.capability ?? capability, proof };
    return (its.ask ?? as(system))('post', `/capabilities/${capabilityId}/open`, body);
  };
  const refusals = async (capabilityId: string) => {
    const rows = await sharing.query<{ code: string }>(
      `SELECT envelope -> 'data' ->> 'reasonCode' AS code FROM (SELECT seq, envelope FROM outbox UNION ALL SELECT seq, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = 'capability.use' AND envelope -> 'data' ->> 'outcome' = 'refused'
          AND envelope -> 'data' -> 'subject' ->> 'id' = $1 ORDER BY seq`,
      [capabilityId],
    );
    return rows.map(({ code }) => code);
  };
  const hearWhatWasSaid = async () => {
    const events = await sharing.query<{ envelope: IdentityStatedV1 }>(
      `SELECT envelope FROM (SELECT type, seq, envelope FROM outbox UNION SELECT type, seq, envelope FROM outbox_archive) AS put_down
        WHERE type = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 ORDER BY seq`,
      [IdentityStatedV1.type, enquiry.enquiryId],
    );
    for (const { envelope } of events) await sharing.app.get(DecideAgainWhenAFactChanges).identityStated(envelope);
  };
  const ledgerOf = (capabilityId: string) =>
    sharing.query('SELECT mode, recipient_id, recipient_agency_id, person_id FROM disclosure WHERE release_id = $1', [
      capabilityId,
    ]);

  test('is made when a line is permitted, opens that one question to the agency’s own system, with a line in the ledger', async () => {
    const capability = await capabilityOf(await aPermittedLine(enquiry));
    const { status, body } = await open(capability);
    expect([status, body]).toMatchObject([
      200,
      {
        ...{ kind: 'request-line', enquiryId: enquiry.enquiryId, personId: enquiry.personId, purpose: 'S47' },
        category: 'police-incidents',
        content: { person: { displayName: 'Wren Quillfeather' }, questions: [{ category: 'police-incidents' }] },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('domestic-abuse');
    expect(await ledgerOf(capability.capabilityId)).toEqual([
      {
        ...{ mode: 'ask', recipient_id: police.clientId, recipient_agency_id: DEMO_AGENCIES.police },
        person_id: enquiry.personId,
      },
    ]);
    expect((await listed(police)).map(({ capabilityId }) => capabilityId)).not.toContain(capability.capabilityId);
  });

  test('about an alleged perpetrator tells the system of no place of those who are protected from him', async () => {
    const him = anAdult({ personId: enquiry.personId, relation: 'ap' });
    enquiry.factsAre({ intake: { people: [him, anAdult({ relation: 'involved', protected: ['address'] })] } });
    const said = {
      purposeText: 'He was seen at 12 Mill Pond Lane, where she now lives.',
      person: { displayName: 'Avery Bell', addresses: ['4 Tanner Row'], relationship: 'Her ex, of 12 Mill Pond Lane' },
    };
    const { status, body } = await open(await capabilityOf(await aPermittedLine(enquiry, undefined, said)));
    expect(status).toBe(200);
    expect(body).toMatchObject({ content: { person: { displayName: 'Avery Bell', addresses: ['4 Tanner Row'] } } });
    expect(JSON.stringify(body)).not.toContain('Mill Pond');
  });

  test('opens once: of eight uses at once seven are refused, coded and audited, and the ledger has one line', async () => {
    const capability = await capabilityOf(await aPermittedLine(enquiry));
    const answers = await Promise.all(Array.from({ length: 8 }, () => open(capability)));
    const codes = answers.map(({ status, body }) => (status === 200 ? 'opened' : String(body.code))).sort();
    expect(codes).toEqual([...Array<string>(7).fill('SHARING.CAPABILITY_USED'), 'opened']);
    expect(await refusals(capability.capabilityId)).toEqual(Array(7).fill('SHARING.CAPABILITY_USED'));
    expect(await ledgerOf(capability.capabilityId)).toHaveLength(1);
  });

  test('is made for nothing but PERMIT', async () => {
    await decideAsk(sharing, enquiry, 'police-incidents', 'REVIEW');
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    const waiting = await aPermittedLine(enquiry);
    await expect(capabilityOf(waiting)).rejects.toThrow('No capability');
  });

  test('is listed to its own agency alone', async () => {
    const { capabilityId } = await capabilityOf(await aPermittedLine(enquiry));
    const trust = await aRegisteredSystem(sharing, { clientId: 'trust-records', agencyId: DEMO_AGENCIES.health });
    expect(await listed(trust)).toEqual([]);
    const elsewhere = await as(police, { partnership: OTHER_PARTNERSHIP })('get', '/capabilities');
    expect(JSON.stringify(elsewhere.body)).not.toContain(capabilityId);
  });

  describe('is refused, audited, and not used up,', () => {
    type Try = (capability: Capability) => Promise<{ status: number; body: { code?: string } }>;
    const lapsed = async (capabilityId: string): Promise<string> => {
      const past = new Date(Date.now() - 1000);
      await sharing.query('UPDATE capability SET expires_at = $2 WHERE capability_id = $1', [capabilityId, past]);
      const row = await sharing.app.get(CapabilityRepository).find(capabilityId);
      return row ? sharing.app.get(CapabilitySeal).sign(row) : '';
    };

    test.each<[string, number, string, Try]>([
      [
        'to the system of another agency',
        404,
        'CAPABILITY.NOT_FOUND',
        async (one) => {
          const its = { clientId: 'trust-tries', agencyId: DEMO_AGENCIES.health };
          return open(one, { system: await aRegisteredSystem(sharing, its) });
        },
      ],
      [
        'to a client of that name in another partnership',
        404,
        'CAPABILITY.NOT_FOUND',
        (one) => open(one, { ask: as(police, { partnership: OTHER_PARTNERSHIP }) }),
      ],
      [
        'with what was signed for another one',
        403,
        'SHARING.CAPABILITY_INVALID',
        async (one) => open(one, { capability: (await capabilityOf(await aPermittedLine(enquiry))).capability }),
      ],
      [
        'with a signature that was altered',
        403,
        'SHARING.CAPABILITY_INVALID',
        (one) => open(one, { capability: `${one.capability.slice(0, -6)}AAAAAA` }),
      ],
      ['without the system’s signature', 403, 'SHARING.CAPABILITY_NOT_PROVEN', (one) => open(one, { proof: 'none' })],
      [
        'with the client’s secret and a key nobody registered',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        async (one) => open(one, { key: (await generateSigningKey()).privateKey }),
      ],
      [
        'with a proof made for another capability',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        async (one) => open(one, { proof: await proveCapabilityUse(newId(), police.key, new Date()) }),
      ],
      [
        'with a proof of ten minutes ago',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        async (one) =>
          open(one, { proof: await proveCapabilityUse(one.capabilityId, police.key, new Date(Date.now() - 600_000)) }),
      ],
      [
        'with the key of another system of the same agency',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        async (one) => open(one, { key: (await aRegisteredSystem(sharing, { clientId: 'police-other' })).key }),
      ],
      [
        'with a key that was revoked',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        async (one) => {
          const { key } = await aRegisteredSystem(sharing);
          await sharing.as(people.admin)('post', `/system-keys/${key.kid}/revoke`, { reason: 'compromised' });
          return open(one, { key });
        },
      ],
      [
        'when it has lapsed',
        409,
        'SHARING.CAPABILITY_EXPIRED',
        async (one) => open(one, { capability: await lapsed(one.capabilityId) }),
      ],
    ])('%s', async (_what, status, code, attempt) => {
      const capability = await capabilityOf(await aPermittedLine(enquiry));
      const answer = await attempt(capability);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(JSON.stringify(answer.body)).not.toContain('Quillfeather');
      expect(await refusals(capability.capabilityId)).toEqual([code]);
      expect(await ledgerOf(capability.capabilityId)).toEqual([]);
      if (code !== 'SHARING.CAPABILITY_EXPIRED') expect((await open(capability)).status).toBe(200);
    });

    test('once the line was decided anew', async () => {
      const line = await aPermittedLine(enquiry);
      const capability = await capabilityOf(line);
      await sharing.query(
        `INSERT INTO sharing_decision SELECT (jsonb_populate_record(one, jsonb_build_object('sharing_decision_id', $2::text, 'outcome', 'DENY', 'decided_at', now()))).*
          FROM sharing_decision one WHERE about_id = $1`,
        [line.lineId, newId()],
      );
      const { status, body } = await open(capability);
      expect([status, body.code]).toEqual([409, 'SHARING.CAPABILITY_WITHDRAWN']);
      expect(await refusals(capability.capabilityId)).toEqual(['SHARING.CAPABILITY_WITHDRAWN']);
      await expect(capabilityOf(line)).rejects.toThrow('No capability');
    });

    test('where another envelope lies in the request’s row; that is reported, and the right one opens afterwards', async () => {
      const [line, other] = [await aPermittedLine(enquiry), await aPermittedLine(await AnEnquiry.begin(sharing))];
      const capability = await capabilityOf(line);
      const path = `/agency-requests/facts/lines/${line.lineId}`;
      sharing.others.answers.set(path, { ...line, sealed: other.sealed });
      const { status, body } = await open(capability);
      expect([status, body.code]).toEqual([422, 'SEAL.WRONG_KEY']);
      const report = (await sharing.as(people.igOfficer)('get', '/envelope-refusals')).body as EnvelopeRefusals;
      expect(report.refusals).toContainEqual(
        expect.objectContaining({ place: 'request', envelopeId: line.envelopeId, code: 'SEAL.WRONG_KEY' }),
      );
      sharing.others.answers.set(path, line);
      expect((await open(capability)).status).toBe(200);
    });
  });

  test('opens what is permitted still, once its permit was kept anew on newer facts', async () => {
    const line = await aPermittedLine(enquiry);
    const capability = await capabilityOf(line);
    const facts = newerFactsOf(sharing, enquiry);
    const s47 = { threshold: 's47', thresholdVersion: 2, ratingVersion: 2, colour: 'red', urgent: true } as const;
    enquiry.factsAre({ decision: s47 });
    await facts.hearRated(facts.rated(2));
    expect(await linesWith(sharing).outcomes(line.lineId)).toEqual(['PERMIT', 'PERMIT']);
    expect((await capabilityOf(line)).capabilityId).toBe(capability.capabilityId);
    expect((await open(capability)).status).toBe(200);
  });

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
      const capability = await capabilityOf(line);
      expect(await says(about(line), its)).toMatchObject({ status: 200, body: { recipients: 0 } });
      const { status, body } = await open(capability);
      expect([status, body.code]).toEqual([409, 'SHARING.CAPABILITY_WITHDRAWN']);
      expect(await refusals(capability.capabilityId)).toEqual(['SHARING.CAPABILITY_WITHDRAWN']);
      expect(await ledgerOf(capability.capabilityId)).toEqual([]);
      await hearWhatWasSaid();
      await expect(capabilityOf(line)).rejects.toThrow('No capability');
    });

    test('and was opened before, names its agency among those who saw it', async () => {
      const line = await aPermittedLine(enquiry);
      expect((await open(await capabilityOf(line))).status).toBe(200);
      const said = await says({ kind: 'person', id: line.personId });
      expect(said).toMatchObject({ status: 200, body: { recipients: 1 } });
      expect(await told()).toEqual([{ recipient_id: null, recipient_agency_id: DEMO_AGENCIES.police }]);
    });
  });

  test('is for agencies’ systems: not for people, nor for services of the platform with any scope', async () => {
    const capability = await capabilityOf(await aPermittedLine(enquiry));
    const path = `/capabilities/${capability.capabilityId}/open`;
    const body = { capability: capability.capability, proof: 'none' };
    for (const person of [people.policeLiaison, people.manager, people.admin])
      expect((await sharing.as(person)('post', path, body)).body.code).toBe('AUTH.SYSTEMS_ONLY');
    const everyOther = ['keys:lease', 'facts:read', 'internal', 'contacts:create', 'requests:answer', 'requests:read'];
    expect((await as(police, { scopes: everyOther })('post', path, body)).body.code).toBe('AUTH.SCOPE_MISSING');
    const ours = sharing.asSystem([...SCOPE, 'internal'], { clientId: 'decision' });
    expect((await ours('post', path, body)).body.code).toBe('AUTH.AGENCY_SYSTEMS_ONLY');
    expect((await ours('get', '/capabilities')).body.code).toBe('AUTH.AGENCY_SYSTEMS_ONLY');
  });

  test('counts against the alarm on volume, and goes on opening', async () => {
    const line = await capabilityOf(await aPermittedLine(enquiry));
    const { capabilityId: releaseId } = line;
    await open(line);
    await sharing.query(
      `INSERT INTO person_shown SELECT release_id, gen_random_uuid(), account_id, at FROM person_shown, generate_series(1, 45) WHERE release_id = $1`,
      [releaseId],
    );
    const next = await capabilityOf(await aPermittedLine(await AnEnquiry.begin(sharing)));
    expect((await open(next)).status).toBe(200);
    const alarms = await sharing.query('SELECT 1 FROM volume_alarm WHERE account_id = $1', [police.clientId]);
    expect(alarms).toHaveLength(1);
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
      const capability = await capabilityOf(await noticed());
      const { body } = await open(capability);
      expect(body).toMatchObject({ kind: 'notice', content: { known: 'He is at the door.' } });
      expect(await ledgerOf(capability.capabilityId)).toMatchObject([
        { mode: 'protect', recipient_id: police.clientId },
      ]);
      expect((await open(capability)).body.code).toBe('SHARING.CAPABILITY_USED');
    });

    test('that was recalled opens nothing, and is listed no more; who opened it is told', async () => {
      const [read, unread] = [await noticed(), await noticed()];
      const [opened, shut] = [await capabilityOf(read), await capabilityOf(unread)];
      expect((await open(opened)).status).toBe(200);
      const recall = new ARecall(sharing, enquiry);
      const said = await Promise.all([read, unread].map(({ lineId: id }) => recall.says({ kind: 'notice', id })));
      expect(said.map(({ body }) => body.recipients)).toEqual([1, 0]);
      expect((await open(shut)).body.code).toBe('SHARING.CAPABILITY_WITHDRAWN');
      await expect(capabilityOf(unread)).rejects.toThrow('No capability');
    });

    test('is not made for a body that protection does not tell, nor for one that the register does not know', async () => {
      for (const agencyId of [DEMO_AGENCIES.health, 'nobody']) await noticed(agencyId);
      const made = await sharing.query('SELECT 1 FROM capability WHERE enquiry_id = $1', [enquiry.enquiryId]);
      expect(made).toEqual([]);
    });
  });

  test('is written once: the service itself can change or take away none', async () => {
    await expect(sharing.queryAsApp('DELETE FROM capability')).rejects.toThrow('permission denied');
    await expect(sharing.queryAsApp('UPDATE capability SET expires_at = now()')).rejects.toThrow('permission denied');
  });

  test('of a system that only proves an unregistered key opens nothing', async () => {
    const stranger = await aSystem();
    const capability = await capabilityOf(await aPermittedLine(enquiry));
    expect((await open(capability, { system: stranger })).body.code).toBe('SHARING.CAPABILITY_NOT_PROVEN');
  });
});
