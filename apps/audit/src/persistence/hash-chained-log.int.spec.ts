import { DEMO_PARTNERSHIP, newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import { createDataSource, grantsOf, UnitOfWork } from '@mash/persistence';
import { freshDatabase, type FreshDatabase } from '@mash/testing';
import type { DataSource } from 'typeorm';
import { anAuditMessage, auditData, auditEvent, messageOf, type AuditData } from '../../testing/audit-messages';
import { ChainVerifier, type ChainReport } from '../domain/chain-verifier';
import { readMessage } from '../domain/read-message';
import { HashChainedLog } from './hash-chained-log';
import { migrations } from './migrations';

const now = new Date('2026-11-02T09:30:01.000Z');

describe('The audit log in PostgreSQL', () => {
  let database: FreshDatabase;
  let app: DataSource;
  let owner: DataSource;
  let log: HashChainedLog;

  beforeAll(async () => {
    database = await freshDatabase('audit', migrations);
    app = await createDataSource({ url: database.appUrl }).initialize();
    owner = await createDataSource({ url: database.ownerUrl }).initialize();
    log = new HashChainedLog(app, new UnitOfWork(app));
  });
  afterAll(async () => {
    await Promise.all([app.destroy(), owner.destroy()]);
    await database.drop();
  });

  const entry = (changes: Partial<AuditData> = {}) => readMessage(anAuditMessage(changes)).entry;
  const aLog = async (length: number) => {
    const partnershipId = newId();
    const entries = Array.from({ length }, () => entry({ partnershipId }));
    await log.append(partnershipId, entries, now);
    return { partnershipId, entries };
  };
  const verify = async (partnershipId: string): Promise<ChainReport> => {
    const verifier = new ChainVerifier();
    for await (const row of log.walk(partnershipId)) verifier.take(row);
    return verifier.report();
  };

  test('lets the service read and add, and nothing else: the catalogue says so', async () => {
    const grants = await grantsOf(app, database.appRole);
    expect(grants.audit_entry).toEqual(['INSERT', 'SELECT']);
    expect(grants.audit_checkpoint).toEqual(['INSERT', 'SELECT']);
    expect(await grantsOf(app, 'PUBLIC')).toEqual({});
    for (const sql of [
      "UPDATE audit_entry SET content = ''",
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
      'DROP TABLE audit_entry',
    ]) {
      await expect(app.query(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
  });

  test('chains what it is given, in its order, in one log for each partnership', async () => {
    const { partnershipId, entries } = await aLog(3);
    const other = await aLog(2);
    const rows = [];
    for await (const row of log.walk(partnershipId)) rows.push(row);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(rows.map(({ identity }) => identity)).toEqual(entries.map(({ identity }) => identity));
    expect(await verify(partnershipId)).toMatchObject({ entries: 3, break: undefined });
    expect(await log.head(other.partnershipId)).toMatchObject({ seq: 2 });
  });

  test('sequences an entry once, however often it comes, alone, together and at the same time', async () => {
    const { partnershipId, entries } = await aLog(2);
    const fresh = entry({ partnershipId });
    expect(await log.append(partnershipId, [...entries, fresh, fresh], now)).toEqual({ sequenced: 1, duplicates: 3 });
    const late = entry({ partnershipId });
    await Promise.all(Array.from({ length: 8 }, () => log.append(partnershipId, [late, fresh], now)));
    expect(await verify(partnershipId)).toMatchObject({ entries: 4, break: undefined });
  });

  test('keeps both when an id comes again with other words', async () => {
    const partnershipId = newId();
    const id = newId();
    const said = (action: string) =>
      readMessage(messageOf(auditEvent(auditData({ partnershipId, action }), { id }))).entry;
    const [one, other] = [said('contact.read'), said('contact.changed')];
    expect(await log.append(partnershipId, [one, other], now)).toEqual({ sequenced: 2, duplicates: 0 });
    expect(await log.append(partnershipId, [other, one], now)).toEqual({ sequenced: 0, duplicates: 2 });
  });

  test('stays one chain under writers side by side', async () => {
    const partnershipId = newId();
    const batches = Array.from({ length: 8 }, () => Array.from({ length: 25 }, () => entry({ partnershipId })));
    await Promise.all(batches.map((batch) => log.append(partnershipId, batch, now)));
    expect(await verify(partnershipId)).toMatchObject({ entries: 200, break: undefined });
  });

  test('stays one chain when two processes add one by one and in groups, the same and other entries', async () => {
    const partnershipId = newId();
    const second = new HashChainedLog(app, new UnitOfWork(app));
    const entries = Array.from({ length: 60 }, () => entry({ partnershipId }));
    const oneByOne = async (writer: HashChainedLog, mine: typeof entries) => {
      for (const one of mine) await writer.append(partnershipId, [one], now);
    };
    const inGroups = async () => {
      for (let at = 0; at < 60; at += 7) await second.append(partnershipId, entries.slice(at, at + 7), now);
    };
    await Promise.all([oneByOne(log, entries), oneByOne(second, entries.slice(20)), inGroups()]);
    expect(await verify(partnershipId)).toMatchObject({ entries: 60, break: undefined });
  });

  test('keeps bytes that are no entry, and does not show them as one', async () => {
    const partnershipId = newId();
    await log.append(partnershipId, [readMessage({ key: partnershipId, value: Buffer.from([0, 255]) }).entry], now);
    expect(await verify(partnershipId)).toMatchObject({ entries: 1, opaque: 1, break: undefined });
    expect(await log.find(partnershipId, { limit: 10, offset: 0 })).toEqual([]);
  });

  test.each<[string, string, string]>([
    [
      'changes what an entry says',
      `UPDATE audit_entry SET content = replace(content, 'contact.read', 'contact.list') WHERE seq = 2 AND partnership_id = $1`,
      'HASH',
    ],
    [
      'changes who a search finds',
      `UPDATE audit_entry SET actor_id = 'somebody-else' WHERE seq = 2 AND partnership_id = $1`,
      'SEARCH',
    ],
    [
      'hides an entry from the searches',
      `UPDATE audit_entry SET enquiry_id = NULL WHERE seq = 2 AND partnership_id = $1`,
      'SEARCH',
    ],
    ['removes an entry', 'DELETE FROM audit_entry WHERE seq = 2 AND partnership_id = $1', 'GAP'],
    [
      'changes when it was taken in',
      `UPDATE audit_entry SET sequenced_at = sequenced_at + interval '1 day' WHERE seq = 2 AND partnership_id = $1`,
      'HASH',
    ],
  ])('is found out when its owner %s', async (_, sql, fault) => {
    const { partnershipId } = await aLog(4);
    await owner.query(sql, [partnershipId]);
    expect(await verify(partnershipId)).toMatchObject({ entries: 1, break: { seq: 2, fault } });
  });

  test('finds entries by enquiry, person, worker and time, newest first, in one partnership only', async () => {
    const [enquiryId, personId] = [newId(), newId()];
    const at = (minute: number) => `2026-11-02T09:${minute}:00.000Z`;
    const mine = [
      entry({ enquiryId, at: at(10), personIds: [personId, newId()] }),
      entry({ enquiryId, at: at(30) }),
      entry({ at: at(20), personIds: [personId] }),
    ];
    await log.append(DEMO_PARTNERSHIP, mine, now);
    await log.append(
      OTHER_PARTNERSHIP,
      [entry({ partnershipId: OTHER_PARTNERSHIP, enquiryId, personIds: [personId] })],
      now,
    );
    const found = async (query: object) =>
      (await log.find(DEMO_PARTNERSHIP, { limit: 10, offset: 0, ...query })).map(({ search }) => search?.at);
    expect(await found({ enquiryId })).toEqual([at(30), at(10)]);
    expect(await found({ personId })).toEqual([at(20), at(10)]);
    expect(await found({ enquiryId, personId })).toEqual([at(10)]);
    expect(await found({ enquiryId, from: at(10), to: at(30) })).toEqual([at(10)]);
    expect(await found({ enquiryId, limit: 1, offset: 1 })).toEqual([at(10)]);

    // What was written of them under another id, in the enquiry in which that stood for them.
    const formerId = newId(); // it stood for them in one enquiry, and for somebody else in another
    const ofBefore = [
      entry({ enquiryId, at: at(40), personIds: [formerId] }),
      entry({ enquiryId: newId(), at: at(50), personIds: [formerId] }),
    ];
    await log.append(DEMO_PARTNERSHIP, ofBefore, now);
    const formerly = [
      { enquiryId, personId: formerId },
      { enquiryId: newId(), personId },
    ];
    expect(await found({ personId, formerly })).toEqual([at(40), at(20), at(10)]);
    expect(await found({ personId, formerly, enquiryId })).toEqual([at(40), at(10)]);
    expect(await found({ personId, formerly: [] })).toEqual([at(20), at(10)]);
  });
});
