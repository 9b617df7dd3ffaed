import { DEMO_AGENCIES, newId, OTHER_PARTNERSHIP, type SystemKeys } from '@mash/contracts';
import { generateSigningKey, proveKeyPossession } from '@mash/sealing';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { aRegisteredSystem, aSystem, inDays, registration, type ASystem } from '../../testing/a-system';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { Signers } from '../keys/signers';

jest.setTimeout(120_000);

describe('The register of agencies’ signing keys', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
  });
  afterAll(() => sharing.close());

  const admin = () => sharing.as(people.admin);
  const register = async (system: ASystem, changes: Parameters<typeof registration>[1] = {}) =>
    admin()('post', '/system-keys', await registration(system, changes));
  const revoke = (kid: string, reason = 'compromised', as = people.admin) =>
    sharing.as(as)('post', `/system-keys/${kid}/revoke`, { reason });
  const keyOf = async (kid: string) => {
    const { keys } = (await admin()('get', '/system-keys')).body as SystemKeys;
    return keys.find((key) => key.kid === kid);
  };
  const signer = (kid: string) => sharing.app.get(Signers).find(kid);
  const audited = async (action: string, id: string) => {
    const rows = await sharing.query<{ data: { outcome: string; reasonCode?: string } }>(
      `SELECT envelope -> 'data' AS data FROM (SELECT seq, envelope FROM outbox UNION ALL SELECT seq, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' -> 'subject' ->> 'id' = $2 ORDER BY seq`,
      [action, id],
    );
    return rows.map(({ data }) => [data.outcome, data.reasonCode]);
  };

  test('takes a key whose holder proves to have it, for one agency’s named system, and the register is asked each time', async () => {
    const system = await aSystem();
    const { kid } = system.key;
    expect(await signer(kid)).toBeUndefined();
    expect((await register(system)).status).toBe(204);
    expect(await keyOf(kid)).toMatchObject({ state: 'current', clientId: system.clientId, agencyId: system.agencyId });
    expect(await signer(kid)).toMatchObject({
      ...{ speaksFor: 'system', systemId: system.clientId, agencyId: DEMO_AGENCIES.police },
      maySeal: ['answer', 'contact'],
    });
    expect(await audited('system-key.register', kid)).toEqual([['done', undefined]]);
    expect(JSON.stringify(await keyOf(kid))).not.toContain(system.key.d);
  });

  test.each<[string, number, string, (system: ASystem) => Promise<object>]>([
    [
      'a proof by another key',
      422,
      'SHARING.KEY_NOT_PROVEN',
      async (system) => {
        const { clientId, agencyId } = system;
        const owner = { partnershipId: people.admin.partnershipId, clientId, agencyId };
        return { proof: await proveKeyPossession(owner, (await generateSigningKey()).privateKey, new Date()) };
      },
    ],
    [
      'a proof made for another agency',
      422,
      'SHARING.KEY_NOT_PROVEN',
      ({ key, clientId }) => proofFor(key, { clientId, agencyId: DEMO_AGENCIES.health }),
    ],
    [
      'a proof made for another client',
      422,
      'SHARING.KEY_NOT_PROVEN',
      ({ key, agencyId }) => proofFor(key, { clientId: 'someone-else', agencyId }),
    ],
    [
      'a proof made for another partnership',
      422,
      'SHARING.KEY_NOT_PROVEN',
      ({ key, agencyId, clientId }) => proofFor(key, { clientId, agencyId, partnershipId: OTHER_PARTNERSHIP }),
    ],
    [
      'a proof of two days ago',
      422,
      'SHARING.KEY_NOT_PROVEN',
      ({ key, agencyId, clientId }) => proofFor(key, { clientId, agencyId }, new Date(inDays(-2))),
    ],
    [
      'a key under a name that is not its own',
      422,
      'SHARING.KEY_NOT_PROVEN',
      async ({ key }) => {
        const other = await generateSigningKey();
        return { publicKey: { kty: key.kty, crv: key.crv, x: key.x, kid: other.publicKey.kid } };
      },
    ],
    ['an agency nobody knows', 422, 'SHARING.UNKNOWN_PARTY', () => Promise.resolve({ agencyId: 'nobody' })],
    ['a key that lives ten years', 422, 'SHARING.KEY_TERM', () => Promise.resolve({ validTo: inDays(3650) })],
    [
      'a key that counted before it was there',
      422,
      'SHARING.KEY_TERM',
      () => Promise.resolve({ validFrom: inDays(-30) }),
    ],
    ['a right that no system has', 400, 'REQUEST.INVALID', () => Promise.resolve({ maySeal: ['decision'] })],
  ])('refuses %s', async (_what, status, code, changesFor) => {
    const system = await aSystem();
    const answer = await register(system, await changesFor(system));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await signer(system.key.kid)).toBeUndefined();
  });

  test('leaves an entry of each refusal, with its code', async () => {
    const system = await aSystem();
    await register(system, { validTo: inDays(3650) });
    await register(system, { agencyId: 'nobody' });
    await register(system, { proof: 'none' });
    expect(await audited('system-key.register', system.key.kid)).toEqual([
      ['refused', 'SHARING.KEY_TERM'],
      ['refused', 'SHARING.UNKNOWN_PARTY'],
      ['refused', 'SHARING.KEY_NOT_PROVEN'],
    ]);
  });

  const proofFor = async (
    key: ASystem['key'],
    owner: { clientId: string; agencyId: string; partnershipId?: string },
    at = new Date(),
  ) => ({
    proof: await proveKeyPossession({ partnershipId: people.admin.partnershipId, ...owner }, key, at),
  });

  test('refuses a key twice, also after it was revoked, and a client that is another agency’s', async () => {
    const system = await aRegisteredSystem(sharing);
    expect((await register(system)).body.code).toBe('SHARING.KEY_EXISTS');
    await revoke(system.key.kid);
    expect((await register(system)).body.code).toBe('SHARING.KEY_EXISTS');
    const elsewhere = await aSystem({ clientId: system.clientId, agencyId: DEMO_AGENCIES.health });
    expect((await register(elsewhere)).body.code).toBe('SHARING.CLIENT_OF_ANOTHER_AGENCY');
  });

  test('lets a key be followed by another: both count while they overlap', async () => {
    const [old, next] = [await aRegisteredSystem(sharing), await aSystem()];
    const { kid } = old.key;
    expect((await register(next, { replaces: { kid, overlapDays: 7 } })).status).toBe(204);
    expect([(await keyOf(kid))?.state, (await keyOf(next.key.kid))?.state]).toEqual(['ending', 'current']);
    const days = (Date.parse((await keyOf(kid))?.validTo ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
    const again = await register(await aSystem(), { replaces: { kid, overlapDays: 7 } });
    expect([again.status, again.body.code]).toEqual([409, 'SHARING.KEY_NOT_REPLACEABLE']);
    const strangers = await aRegisteredSystem(sharing, { clientId: 'trust-records', agencyId: DEMO_AGENCIES.health });
    const stolen = await register(await aSystem(), { replaces: { kid: strangers.key.kid, overlapDays: 0 } });
    expect(stolen.body.code).toBe('SHARING.KEY_NOT_REPLACEABLE');
  });

  test('of a refused follow-up keeps nothing: neither the new key nor an end of the old one', async () => {
    const next = await aSystem();
    await register(next, { replaces: { kid: next.key.kid, overlapDays: 0 } });
    expect(await keyOf(next.key.kid)).toBeUndefined();
  });

  test('revokes once, with time and reason, by administration or information governance; the next look sees it', async () => {
    const { kid } = (await aRegisteredSystem(sharing)).key;
    const before = Date.now();
    expect((await revoke(kid, 'lost', people.igOfficer)).status).toBe(204);
    expect((await signer(kid))?.term?.revokedAt?.getTime()).toBeGreaterThanOrEqual(before);
    expect(await keyOf(kid)).toMatchObject({
      ...{ state: 'revoked', revokedBecause: 'lost', revokedBy: people.igOfficer.id },
    });
    const again = await revoke(kid);
    expect([again.status, again.body.code]).toEqual([409, 'SHARING.KEY_REVOKED']);
    expect(await audited('system-key.revoke', kid)).toEqual([
      ['done', 'lost'],
      ['refused', 'SHARING.KEY_REVOKED'],
    ]);
  });

  test('is nobody else’s to see or change, and a system cannot register itself', async () => {
    const system = await aRegisteredSystem(sharing);
    const body = await registration(await aSystem());
    const elsewhere = { ...people.admin, partnershipId: OTHER_PARTNERSHIP };
    for (const as of [people.manager, people.policeLiaison, people.auditor, people.teacher]) {
      expect((await sharing.as(as)('get', '/system-keys')).status).toBe(403);
      expect((await sharing.as(as)('post', '/system-keys', body)).status).toBe(403);
      expect((await revoke(system.key.kid, 'lost', as)).status).toBe(404);
    }
    expect((await sharing.as(people.igOfficer)('post', '/system-keys', body)).status).toBe(403);
    expect((await revoke(system.key.kid, 'lost', elsewhere)).status).toBe(404);
    expect(((await sharing.as(elsewhere)('get', '/system-keys')).body as SystemKeys).keys).toEqual([]);
    const itself = sharing.asSystem(['keys:lease', 'requests:open', 'internal'], { clientId: system.clientId });
    expect((await itself('post', '/system-keys', body)).body.code).toBe('AUTH.PEOPLE_ONLY');
    expect((await keyOf(system.key.kid))?.state).toBe('current');
  });

  test('is written once: the service itself can change or remove nothing in it', async () => {
    for (const table of ['system_key', 'system_key_end', 'accepted_envelope', 'envelope_refusal']) {
      await expect(sharing.queryAsApp(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
      await expect(sharing.queryAsApp(`UPDATE ${table} SET partnership_id = '${newId()}'`)).rejects.toThrow();
    }
  });
});
