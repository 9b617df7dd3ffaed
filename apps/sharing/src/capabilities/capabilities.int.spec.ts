import { DEMO_AGENCIES, newId, OTHER_PARTNERSHIP, type EnvelopeRefusals } from '@mash/contracts';
import { generateSigningKey, proveCapabilityUse } from '@mash/sealing';
import { people } from '@mash/testing';
import { anAdult } from '../../testing/an-adult';
import { capabilitiesFor, SCOPE, type Capability } from '../../testing/a-capability';
import { establish } from '../../testing/a-partnership';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { linesWith } from '../../testing/a-line';
import { newerFactsOf } from '../../testing/newer-facts';
import { aRegisteredSystem, aSystem, type ASystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { decideAsk } from '../../testing/decide-ask';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { CapabilityRepository } from './capability.repository';
import { CapabilitySeal } from './capability-seal';

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

  test('is made when a line is permitted, opens that one question to the agency’s own system, with a line in the ledger', async () => {
    const capability = await systems.capabilityOf(await aPermittedLine(enquiry));
    const { status, body } = await systems.open(capability);
    expect([status, body]).toMatchObject([
      200,
      {
        ...{ kind: 'request-line', enquiryId: enquiry.enquiryId, personId: enquiry.personId, purpose: 'S47' },
        category: 'police-incidents',
        content: { person: { displayName: 'Wren Quillfeather' }, questions: [{ category: 'police-incidents' }] },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('domestic-abuse');
    expect(await systems.ledgerOf(capability.capabilityId)).toEqual([
      {
        ...{ mode: 'ask', recipient_id: police.clientId, recipient_agency_id: DEMO_AGENCIES.police },
        person_id: enquiry.personId,
      },
    ]);
    expect((await systems.listed(police)).map(({ capabilityId }) => capabilityId)).not.toContain(
      capability.capabilityId,
    );
  });

  test('about an alleged perpetrator tells the system of no place of those who are protected from him', async () => {
    const him = anAdult({ personId: enquiry.personId, relation: 'ap' });
    enquiry.factsAre({ intake: { people: [him, anAdult({ relation: 'involved', protected: ['address'] })] } });
    const said = {
      purposeText: 'He was seen at 12 Mill Pond Lane, where she now lives.',
      person: { displayName: 'Avery Bell', addresses: ['4 Tanner Row'], relationship: 'Her ex, of 12 Mill Pond Lane' },
    };
    const { status, body } = await systems.open(
      await systems.capabilityOf(await aPermittedLine(enquiry, undefined, said)),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ content: { person: { displayName: 'Avery Bell', addresses: ['4 Tanner Row'] } } });
    expect(JSON.stringify(body)).not.toContain('Mill Pond');
  });

  test('opens once: of eight uses at once seven are refused, coded and audited, and the ledger has one line', async () => {
    const capability = await systems.capabilityOf(await aPermittedLine(enquiry));
    const answers = await Promise.all(Array.from({ length: 8 }, () => systems.open(capability)));
    const codes = answers.map(({ status, body }) => (status === 200 ? 'opened' : String(body.code))).sort();
    expect(codes).toEqual([...Array<string>(7).fill('SHARING.CAPABILITY_USED'), 'opened']);
    expect(await systems.refusals(capability.capabilityId)).toEqual(Array(7).fill('SHARING.CAPABILITY_USED'));
    expect(await systems.ledgerOf(capability.capabilityId)).toHaveLength(1);
  });

  test('is made for nothing but PERMIT', async () => {
    await decideAsk(sharing, enquiry, 'police-incidents', 'REVIEW');
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    const waiting = await aPermittedLine(enquiry);
    await expect(systems.capabilityOf(waiting)).rejects.toThrow('No capability');
  });

  test('is listed to its own agency alone', async () => {
    const { capabilityId } = await systems.capabilityOf(await aPermittedLine(enquiry));
    const trust = await aRegisteredSystem(sharing, { clientId: 'trust-records', agencyId: DEMO_AGENCIES.health });
    expect(await systems.listed(trust)).toEqual([]);
    const elsewhere = await systems.as(police, { partnership: OTHER_PARTNERSHIP })('get', '/capabilities');
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
          return systems.open(one, { system: await aRegisteredSystem(sharing, its) });
        },
      ],
      [
        'to a client of that name in another partnership',
        404,
        'CAPABILITY.NOT_FOUND',
        (one) => systems.open(one, { ask: systems.as(police, { partnership: OTHER_PARTNERSHIP }) }),
      ],
      [
        'with what was signed for another one',
        403,
        'SHARING.CAPABILITY_INVALID',
        async (one) =>
          systems.open(one, { capability: (await systems.capabilityOf(await aPermittedLine(enquiry))).capability }),
      ],
      [
        'with a signature that was altered',
        403,
        'SHARING.CAPABILITY_INVALID',
        (one) => systems.open(one, { capability: `${one.capability.slice(0, -6)}AAAAAA` }),
      ],
      [
        'without the system’s signature',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        (one) => systems.open(one, { proof: 'none' }),
      ],
      [
        'with the client’s secret and a key nobody registered',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        async (one) => systems.open(one, { key: (await generateSigningKey()).privateKey }),
      ],
      [
        'with a proof made for another capability',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        async (one) => systems.open(one, { proof: await proveCapabilityUse(newId(), police.key, new Date()) }),
      ],
      [
        'with a proof of ten minutes ago',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        async (one) =>
          systems.open(one, {
            proof: await proveCapabilityUse(one.capabilityId, police.key, new Date(Date.now() - 600_000)),
          }),
      ],
      [
        'with the key of another system of the same agency',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        async (one) => systems.open(one, { key: (await aRegisteredSystem(sharing, { clientId: 'police-other' })).key }),
      ],
      [
        'with a key that was revoked',
        403,
        'SHARING.CAPABILITY_NOT_PROVEN',
        async (one) => {
          const { key } = await aRegisteredSystem(sharing);
          await sharing.as(people.admin)('post', `/system-keys/${key.kid}/revoke`, { reason: 'compromised' });
          return systems.open(one, { key });
        },
      ],
      [
        'when it has lapsed',
        409,
        'SHARING.CAPABILITY_EXPIRED',
        async (one) => systems.open(one, { capability: await lapsed(one.capabilityId) }),
      ],
    ])('%s', async (_what, status, code, attempt) => {
      const capability = await systems.capabilityOf(await aPermittedLine(enquiry));
      const answer = await attempt(capability);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(JSON.stringify(answer.body)).not.toContain('Quillfeather');
      expect(await systems.refusals(capability.capabilityId)).toEqual([code]);
      expect(await systems.ledgerOf(capability.capabilityId)).toEqual([]);
      if (code !== 'SHARING.CAPABILITY_EXPIRED') expect((await systems.open(capability)).status).toBe(200);
    });

    test('once the line was decided anew', async () => {
      const line = await aPermittedLine(enquiry);
      const capability = await systems.capabilityOf(line);
      await sharing.query(
        `INSERT INTO sharing_decision SELECT (jsonb_populate_record(one, jsonb_build_object('sharing_decision_id', $2::text, 'outcome', 'DENY', 'decided_at', now()))).*
          FROM sharing_decision one WHERE about_id = $1`,
        [line.lineId, newId()],
      );
      const { status, body } = await systems.open(capability);
      expect([status, body.code]).toEqual([409, 'SHARING.CAPABILITY_WITHDRAWN']);
      expect(await systems.refusals(capability.capabilityId)).toEqual(['SHARING.CAPABILITY_WITHDRAWN']);
      await expect(systems.capabilityOf(line)).rejects.toThrow('No capability');
    });

    test('where another envelope lies in the request’s row; that is reported, and the right one opens afterwards', async () => {
      const [line, other] = [await aPermittedLine(enquiry), await aPermittedLine(await AnEnquiry.begin(sharing))];
      const capability = await systems.capabilityOf(line);
      const path = `/agency-requests/facts/lines/${line.lineId}`;
      sharing.others.answers.set(path, { ...line, sealed: other.sealed });
      const { status, body } = await systems.open(capability);
      expect([status, body.code]).toEqual([422, 'SEAL.WRONG_KEY']);
      const report = (await sharing.as(people.igOfficer)('get', '/envelope-refusals')).body as EnvelopeRefusals;
      expect(report.refusals).toContainEqual(
        expect.objectContaining({ place: 'request', envelopeId: line.envelopeId, code: 'SEAL.WRONG_KEY' }),
      );
      sharing.others.answers.set(path, line);
      expect((await systems.open(capability)).status).toBe(200);
    });
  });

  test('opens what is permitted still, once its permit was kept anew on newer facts', async () => {
    const line = await aPermittedLine(enquiry);
    const capability = await systems.capabilityOf(line);
    const facts = newerFactsOf(sharing, enquiry);
    const s47 = { threshold: 's47', thresholdVersion: 2, ratingVersion: 2, colour: 'red', urgent: true } as const;
    enquiry.factsAre({ decision: s47 });
    await facts.hearRated(facts.rated(2));
    expect(await linesWith(sharing).outcomes(line.lineId)).toEqual(['PERMIT', 'PERMIT']);
    expect((await systems.capabilityOf(line)).capabilityId).toBe(capability.capabilityId);
    expect((await systems.open(capability)).status).toBe(200);
  });

  test('is for agencies’ systems: not for people, nor for services of the platform with any scope', async () => {
    const capability = await systems.capabilityOf(await aPermittedLine(enquiry));
    const path = `/capabilities/${capability.capabilityId}/open`;
    const body = { capability: capability.capability, proof: 'none' };
    for (const person of [people.policeLiaison, people.manager, people.admin])
      expect((await sharing.as(person)('post', path, body)).body.code).toBe('AUTH.SYSTEMS_ONLY');
    const everyOther = ['keys:lease', 'facts:read', 'internal', 'contacts:create', 'requests:answer', 'requests:read'];
    expect((await systems.as(police, { scopes: everyOther })('post', path, body)).body.code).toBe('AUTH.SCOPE_MISSING');
    const ours = sharing.asSystem([...SCOPE, 'internal'], { clientId: 'decision' });
    expect((await ours('post', path, body)).body.code).toBe('AUTH.AGENCY_SYSTEMS_ONLY');
    expect((await ours('get', '/capabilities')).body.code).toBe('AUTH.AGENCY_SYSTEMS_ONLY');
  });

  test('counts against the alarm on volume, and goes on opening', async () => {
    const line = await systems.capabilityOf(await aPermittedLine(enquiry));
    const { capabilityId: releaseId } = line;
    await systems.open(line);
    await sharing.query(
      `INSERT INTO person_shown SELECT release_id, gen_random_uuid(), account_id, at FROM person_shown, generate_series(1, 45) WHERE release_id = $1`,
      [releaseId],
    );
    const next = await systems.capabilityOf(await aPermittedLine(await AnEnquiry.begin(sharing)));
    expect((await systems.open(next)).status).toBe(200);
    const alarms = await sharing.query('SELECT 1 FROM volume_alarm WHERE account_id = $1', [police.clientId]);
    expect(alarms).toHaveLength(1);
  });

  test('is written once: the service itself can change or take away none', async () => {
    await expect(sharing.queryAsApp('DELETE FROM capability')).rejects.toThrow('permission denied');
    await expect(sharing.queryAsApp('UPDATE capability SET expires_at = now()')).rejects.toThrow('permission denied');
  });

  test('of a system that only proves an unregistered key opens nothing', async () => {
    const stranger = await aSystem();
    const capability = await systems.capabilityOf(await aPermittedLine(enquiry));
    expect((await systems.open(capability, { system: stranger })).body.code).toBe('SHARING.CAPABILITY_NOT_PROVEN');
  });
});
