import { AuditTrail } from '@mash/audit-client';
import { AUDIT_TOPIC, auditTopicOf, newId, OTHER_PARTNERSHIP, type RowAttestations } from '@mash/contracts';
import { generateSigningKey } from '@mash/sealing';
import {
  eventually,
  freshDatabase,
  freshTopicPrefix,
  issueTestTokens,
  people,
  sendToTopic,
  startTestService,
  testKafka,
  type FreshDatabase,
  type TestService,
  type TestTokens,
} from '@mash/testing';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { auditData, auditEvent } from '../testing/audit-messages';
import { AppModule } from './app.module';
import { HeadSigner } from './features/sign-heads/head-signer';
import { parseExport } from './features/verify-chain/parse-export';
import { verifyChain } from './features/verify-chain/verify-chain';
import { migrations } from './persistence/migrations';
import { auditTransport } from './transport';

const writerNamedIn = (envelope: { data?: { service?: string } }): string => envelope.data?.service ?? 'decision';
const otherIgOfficer = { ...people.igOfficer, id: newId(), partnershipId: OTHER_PARTNERSHIP };

describe('The audit service, from the topic to the page', () => {
  let database: FreshDatabase;
  let tokens: TestTokens;
  let service: TestService;
  let topicPrefix: string;
  let key: Awaited<ReturnType<typeof generateSigningKey>>;

  beforeAll(async () => {
    topicPrefix = freshTopicPrefix();
    const kafka = { brokers: testKafka() };
    database = await freshDatabase('audit', migrations);
    [tokens, key] = [await issueTestTokens(), await generateSigningKey()];
    service = await startTestService({
      service: 'audit',
      issuer: tokens.issuer,
      module: AppModule.with({ databaseUrl: database.appUrl, kafka, topicPrefix, signingKey: key.privateKey }),
      transport: (app) => auditTransport(app, { ...kafka, topicPrefix }),
    });
  });
  afterAll(async () => {
    await service.close();
    await tokens.close();
    await database.drop();
  });

  const get = async (path: string, as: typeof people.igOfficer = people.igOfficer) =>
    request(service.url)
      .get(path)
      .set('Authorization', `Bearer ${await tokens.tokenFor(as, 'audit')}`);
  type SeenEntry = { action: string; outcome: string; actor: { id: string } };
  const entriesOf = async (enquiryId: string, as = people.igOfficer): Promise<SeenEntry[]> =>
    ((await get(`/entries?enquiryId=${enquiryId}`, as)).body as { entries: SeenEntry[] }).entries;
  /** What another service's outbox would send to its own topic, whether or not it should. */
  const send = (envelope: object, partnershipId: string = people.manager.partnershipId, by = writerNamedIn(envelope)) =>
    service.app
      .get(DataSource)
      .query(
        `INSERT INTO outbox (id, topic, key, type, version, envelope) VALUES ($1, $2, $3, 'audit.audit-recorded', 1, $4)`,
        [newId(), auditTopicOf(by), partnershipId, JSON.stringify(envelope)],
      );
  const aLookAt = async (enquiryId: string) => {
    const data = auditData({ enquiryId, actor: { ...people.manager, roles: [...people.manager.roles] } });
    const event = auditEvent(data);
    await send(event);
    return event;
  };

  test('keeps what lies on the topic together in the order in which it lay, what cannot be read among it', async () => {
    const enquiryId = newId();
    const [before, after] = [0, 0].map(() => Array.from({ length: 40 }, () => auditEvent(auditData({ enquiryId }))));
    const unreadable = { id: newId(), spoilt: enquiryId };
    const events = [...(before ?? []), unreadable, ...(after ?? [])];
    const values = events.map((event) => JSON.stringify(event));
    await service.app
      .get(DataSource)
      .query(
        `INSERT INTO outbox (id, topic, key, type, version, envelope) SELECT gen_random_uuid(), 'mash.audit.decision.v1', $1, 'audit.audit-recorded', 1, value::jsonb FROM unnest($2::text[]) AS value`,
        [people.manager.partnershipId, values],
      );
    const idsInLog = async () => {
      const rows = await service.app
        .get(DataSource)
        .query<{ kind: string; content: string }[]>('SELECT kind, content FROM audit_entry ORDER BY seq');
      const contents = rows.map(({ kind, content }) =>
        kind === 'opaque' ? Buffer.from(content, 'base64').toString() : content,
      );
      return contents
        .filter((content) => content.includes(enquiryId))
        .map((content) => (JSON.parse(content) as { id: string }).id);
    };
    await eventually(async () => expect(await idsInLog()).toHaveLength(events.length));
    expect(await idsInLog()).toEqual(events.map(({ id }) => id));
  });

  test('shows an information governance officer who looked at what', async () => {
    const enquiryId = newId();
    await aLookAt(enquiryId);
    const seen = await eventually(async () => {
      const entries = await entriesOf(enquiryId);
      expect(entries.filter(({ action }) => action === 'contact.read')).toHaveLength(1);
      return entries;
    });
    expect(seen.find(({ action }) => action === 'contact.read')).toMatchObject({
      outcome: 'shown',
      actor: { id: people.manager.id },
    });
  });

  test('gives a service what it attested of its rows, by partnership and in order, and gives it to no person', async () => {
    const rowsOf = (n: number) => ({
      ...{ attestationId: newId(), form: 1 as const, signature: 'a.signed.statement' },
      tables: [{ table: 'disclosure', columns: ['disclosure_id'], keys: [`k${n}`], hashes: ['a'.repeat(64)] }],
    });
    const attest = (n: number, partnershipId: string = people.manager.partnershipId) =>
      send(
        auditEvent(auditData({ partnershipId, service: 'sharing', action: 'rows.attest', rows: rowsOf(n) })),
        partnershipId,
      );
    for (const n of [1, 2, 3]) await attest(n);
    await attest(9, newId());
    const token = await tokens.systemTokenFor('sharing', ['facts:read'], 'audit');
    const ask = async (path: string) =>
      (await request(service.url).get(`/row-attestations${path}`).set('Authorization', `Bearer ${token}`)).body as {
        entries: { seq: number; rows: { tables: { keys: string[] }[] } }[];
        hasMore: boolean;
        partnershipIds: string[];
      };
    await eventually(async () => expect((await ask('/partnerships?service=sharing')).partnershipIds).toHaveLength(2));
    const own = `?service=sharing&partnershipId=${people.manager.partnershipId}`;
    const keysOf = (page: Awaited<ReturnType<typeof ask>>) => page.entries.map(({ rows }) => rows.tables[0]?.keys[0]);
    await eventually(async () => expect(keysOf(await ask(own))).toEqual(['k1', 'k2', 'k3']));
    const first = await ask(`${own}&limit=2`);
    expect([keysOf(first), first.hasMore]).toEqual([['k1', 'k2'], true]);
    expect(keysOf(await ask(`${own}&after=${first.entries[1]?.seq}`))).toEqual(['k3']);
    expect((await ask(`?service=decision&partnershipId=${people.manager.partnershipId}`)).entries).toEqual([]);
    expect((await get(`/row-attestations${own}`)).status).toBe(403);
    const elsewhere = await tokens.systemTokenFor('sharing', ['facts:read'], 'audit', { partnership: newId() });
    for (const path of [own, '/partnerships?service=sharing']) {
      const asked = request(service.url).get(`/row-attestations${path}`);
      const { body: theirs } = await asked.set('Authorization', `Bearer ${elsewhere}`);
      expect(JSON.stringify(theirs)).not.toMatch(/k1|01980000/);
    }
    const { body } = await get('/entries?actorId=nobody');
    expect(JSON.stringify(body)).not.toContain('hashes');
  });

  test('ends no reading at an entry that says it attests and has no rows: it comes like the others, and the next page follows', async () => {
    const partnershipId = newId();
    const rows = { attestationId: newId(), form: 1 as const, signature: 'a.signed.statement', tables: [] };
    for (const its of [{}, {}, { rows }]) {
      const data = auditData({ partnershipId, service: 'sharing', action: 'rows.attest', ...its });
      await send(auditEvent(data), partnershipId);
    }
    const token = await tokens.systemTokenFor('sharing', ['facts:read'], 'audit');
    const page = async (after: number) => {
      const path = `/row-attestations?service=sharing&partnershipId=${partnershipId}&limit=1&after=${after}`;
      const { body } = await request(service.url).get(path).set('Authorization', `Bearer ${token}`);
      return body as RowAttestations;
    };
    const walked: boolean[] = [];
    await eventually(async () => {
      walked.length = 0;
      for (let [after, more] = [0, true]; more;) {
        const { entries, hasMore } = await page(after);
        walked.push(...entries.map((entry) => entry.rows !== undefined));
        [after, more] = [entries.at(-1)?.seq ?? after, hasMore];
      }
      expect(walked).toEqual([false, false, true]);
    });
  });

  test('finds what was written of a person under the ids that they had before', async () => {
    const [enquiryId, personId, formerId] = [newId(), newId(), newId()];
    const { partnershipId } = people.igOfficer;
    for (const its of [{ personIds: [personId] }, { personIds: [formerId] }])
      await send(auditEvent(auditData({ partnershipId, enquiryId, ...its })), partnershipId);
    const about = async (query: string) =>
      (
        (await get(`/entries?personId=${personId}${query}`)).body as {
          entries: { service: string; personIds?: string[] }[];
        }
      ).entries
        .filter(({ service }) => service !== 'audit')
        .map(({ personIds }) => personIds?.[0]);
    await eventually(async () =>
      expect(await about(`&formerly=${enquiryId}~${formerId},${newId()}~${newId()}`)).toEqual([formerId, personId]),
    );
    expect(await about('')).toEqual([personId]);
    for (const query of ['personId=x', `formerly=${enquiryId}~${formerId}`, `personId=${personId}&formerly=a~b`])
      expect((await get(`/entries?${query}`)).status).toBe(400);
  });

  test('logs that the officer looked', async () => {
    const enquiryId = newId();
    await get(`/entries?enquiryId=${enquiryId}`);
    await eventually(async () => {
      expect(await entriesOf(enquiryId, people.auditor)).toContainEqual(
        expect.objectContaining({
          action: 'audit-entry.list',
          actor: expect.objectContaining({ id: people.igOfficer.id }),
        }),
      );
    });
  });

  test('looks like nothing to anyone else, and logs that they tried', async () => {
    const enquiryId = newId();
    for (const path of [`/entries?enquiryId=${enquiryId}`, `/looks/${enquiryId}`, '/verify', '/export']) {
      const { status, body } = await get(path, people.manager);
      expect([status, body.code]).toEqual([404, 'AUDIT_ENTRY.NOT_FOUND']);
    }
    await eventually(async () => {
      expect(await entriesOf(enquiryId)).toContainEqual(
        expect.objectContaining({ action: 'audit-entry.list', outcome: 'refused' }),
      );
    });
  });

  test('shows another partnership nothing', async () => {
    const enquiryId = newId();
    await aLookAt(enquiryId);
    await eventually(async () => expect((await entriesOf(enquiryId)).length).toBeGreaterThan(0));
    expect(await entriesOf(enquiryId, otherIgOfficer)).toEqual([]);
    // Asking is a look too, and may be in their own log by now.
    const { looks } = (await get(`/looks/${enquiryId}`, otherIgOfficer)).body as { looks: { workerId: string }[] };
    expect(looks.filter(({ workerId }) => workerId !== otherIgOfficer.id)).toEqual([]);
  });

  test('sequences an event that comes five times once, and sums up looks by day and worker', async () => {
    const enquiryId = newId();
    const event = await aLookAt(enquiryId);
    for (let again = 0; again < 4; again += 1) await send(event);
    await aLookAt(enquiryId);
    const looks = await eventually(async () => {
      const all: { action: string; times: number }[] = (await get(`/looks/${enquiryId}`)).body.looks;
      const reads = all.filter(({ action }) => action === 'contact.read');
      expect(reads).toMatchObject([{ times: 2 }]);
      return reads;
    });
    expect(looks).toMatchObject([
      {
        day: '2026-11-02',
        workerId: people.manager.id,
        agencyId: 'riverside-council',
        action: 'contact.read',
        purpose: 'SCREEN',
        outcome: 'shown',
      },
    ]);
  });

  test('keeps what no contract can read as bytes, and goes on behind it', async () => {
    const enquiryId = newId();
    const before: number = (await get('/verify')).body.unreadable;
    await send({ nonsense: true });
    await send(auditEvent(auditData(), { version: 7 }));
    await aLookAt(enquiryId);
    await eventually(async () => expect((await entriesOf(enquiryId)).length).toBeGreaterThan(0));
    expect((await get('/verify')).body).toMatchObject({ isIntact: true, unreadable: before + 2 });
    expect(await service.app.get(DataSource).query('SELECT 1 FROM dead_letter UNION ALL SELECT 1 FROM parked')).toEqual(
      [],
    );
  });

  test('believes nothing that a service writes in another’s name: it is kept as bytes, parked nowhere, and the chain holds', async () => {
    const [forged, own] = [newId(), newId()];
    const before: number = (await get('/verify')).body.unreadable;
    const event = auditEvent(auditData({ enquiryId: forged }));
    await send(event, people.manager.partnershipId, 'sharing');
    await aLookAt(own);
    await eventually(async () => expect((await entriesOf(own)).length).toBeGreaterThan(0));
    expect((await entriesOf(forged)).filter(({ action }) => action === 'contact.read')).toEqual([]);
    await eventually(async () => {
      const kept = await service.app
        .get(DataSource)
        .query<{ content: string }[]>(`SELECT content FROM audit_entry WHERE kind = 'opaque'`);
      const asBytes = kept.map(({ content }) => Buffer.from(content, 'base64').toString());
      expect(asBytes.filter((content) => content.includes(event.id))).toHaveLength(1);
    });
    expect((await get('/verify')).body).toMatchObject({ isIntact: true, unreadable: before + 1 });
    expect(await service.app.get(DataSource).query('SELECT 1 FROM dead_letter UNION ALL SELECT 1 FROM parked')).toEqual(
      [],
    );
  });

  test('a copy that another service makes of a true entry takes nothing from it', async () => {
    const enquiryId = newId();
    const event = auditEvent(auditData({ enquiryId }));
    await send(event, people.manager.partnershipId, 'sharing');
    await send(event);
    await eventually(async () =>
      expect((await entriesOf(enquiryId)).filter(({ action }) => action === 'contact.read')).toHaveLength(1),
    );
  });

  test('reads what still lies on the topic that all services shared', async () => {
    const enquiryId = newId();
    const event = auditEvent(auditData({ enquiryId }));
    const message = { key: people.manager.partnershipId, value: JSON.stringify(event), type: event.type };
    await sendToTopic(topicPrefix + AUDIT_TOPIC, message);
    await eventually(async () =>
      expect((await entriesOf(enquiryId)).filter(({ action }) => action === 'contact.read')).toHaveLength(1),
    );
  });

  test('gives out an export that holds by itself, with signed heads', async () => {
    await aLookAt(newId());
    await eventually(async () => expect((await get('/verify')).body.entries).toBeGreaterThan(0));
    expect(await service.app.get(HeadSigner).signHeads()).toBeGreaterThan(0);
    const { text, headers } = await get('/export');
    expect(headers['content-type']).toBe('application/x-ndjson');
    const chain = parseExport(text);
    expect(chain.checkpoints.length).toBeGreaterThan(0);
    await expect(verifyChain(chain, key.publicKey)).resolves.toMatchObject({
      entries: chain.rows.length,
      break: undefined,
    });
    expect((await get('/verify')).body.lastSigned.seq).toBe(chain.checkpoints.at(-1)?.seq);
  });

  test('describes itself', async () => {
    const { body } = await request(service.url).get('/openapi.json');
    expect(Object.keys((body as { paths: object }).paths).sort()).toEqual([
      '/entries',
      '/export',
      '/looks/{enquiryId}',
      '/row-attestations',
      '/row-attestations/partnerships',
      '/verify',
    ]);
  });

  test('refuses a search that it does not understand', async () => {
    for (const query of ['enquiryId=7', 'page=0', 'from=yesterday', 'name=somebody']) {
      expect((await get(`/entries?${query}`)).status).toBe(400);
    }
    expect((await request(service.url).get('/entries')).status).toBe(401);
  });

  test('shows nothing while looks cannot be logged', async () => {
    const trail = service.app.get(AuditTrail);
    const down = jest.spyOn(trail, 'recordRead').mockRejectedValue(new Error('away'));
    const { status, body } = await get('/entries');
    down.mockRestore();
    expect(status).toBeGreaterThanOrEqual(500);
    expect(body.entries).toBeUndefined();
  });

  test('says from which row on the log is not what was written, once its owner has changed it', async () => {
    const enquiryId = newId();
    await aLookAt(enquiryId);
    await eventually(async () => expect((await entriesOf(enquiryId)).length).toBeGreaterThan(0));
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    const [[row]] = await owner.query(
      `UPDATE audit_entry SET action = 'contact.list' WHERE enquiry_id = $1 AND action = 'contact.read' RETURNING seq`,
      [enquiryId],
    );
    await owner.destroy();
    expect((await get('/verify')).body).toMatchObject({
      isIntact: false,
      firstBroken: { seq: Number(row.seq), fault: 'SEARCH' },
    });
  });
});
