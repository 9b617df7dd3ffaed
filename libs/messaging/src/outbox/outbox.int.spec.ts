import { randomUUID } from 'node:crypto';
import { AUDIT_TOPIC, AuditRecordedV1, defineEvent } from '@mash/contracts';
import { UnitOfWork, createDataSource } from '@mash/persistence';
import type { FreshDatabase } from '@mash/testing';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { StepTakenV1 } from '../testing/fixture.contracts';
import { fixtureDatabase } from '../testing/fixture-database';
import { someContext } from '../testing/test-service';
import { MalformedEvent } from './malformed-event';
import { Outbox } from './outbox';

const WordsV1 = defineEvent({ ...StepTakenV1, key: () => 'words', data: z.object({ words: z.string() }) });

jest.setTimeout(60_000);

describe('The outbox', () => {
  let database: FreshDatabase;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  const outbox = new Outbox();

  beforeAll(async () => {
    database = await fixtureDatabase();
    dataSource = await createDataSource({ url: database.appUrl, poolSize: 10 }).initialize();
    unitOfWork = new UnitOfWork(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  const count = async (table: 'effect' | 'outbox'): Promise<number> =>
    (await dataSource.query<unknown[]>(`SELECT 1 FROM ${table}`)).length;

  test('undoes the change whose event its contract refuses, and names the fault without the value', async () => {
    const change = unitOfWork.run(async (tx) => {
      await tx.query('INSERT INTO effect (n) VALUES (1)');
      await outbox.append(tx, StepTakenV1, { enquiryId: 'somebody', n: 1 }, someContext());
    });
    await expect(change).rejects.toThrow(MalformedEvent);
    await expect(change).rejects.not.toThrow(/somebody/);
    expect([await count('effect'), await count('outbox')]).toEqual([0, 0]);
  });

  test('refuses an envelope without a partnership, and an event that is not thin', async () => {
    const enquiryId = randomUUID();
    const homeless = { ...someContext(), partnershipId: '' };
    await expect(unitOfWork.run((tx) => outbox.append(tx, StepTakenV1, { enquiryId, n: 1 }, homeless))).rejects.toThrow(
      'partnershipId',
    );
    await expect(
      unitOfWork.run((tx) => outbox.append(tx, WordsV1, { words: 'x'.repeat(300_000) }, someContext())),
    ).rejects.toThrow('too large');
  });

  test('keeps the whole envelope, without what the contract does not know', async () => {
    const context = { ...someContext(), causationId: randomUUID() };
    const data = { enquiryId: randomUUID(), n: 7, narrative: 'not for events' };
    const { id } = await unitOfWork.run((tx) => outbox.append(tx, StepTakenV1, data, context));
    const [row] = await dataSource.query('SELECT * FROM outbox WHERE id = $1', [id]);
    expect(row).toMatchObject({
      topic: 'mash.fixture.v1',
      key: data.enquiryId,
      type: 'fixture.step-taken',
      version: 1,
    });
    expect(row.envelope).toMatchObject({ id, ...context, data: { enquiryId: data.enquiryId, n: 7 } });
    expect(JSON.stringify(row.envelope)).not.toContain('not for events');
  });

  test('makes a second transaction with the same key wait for the first to commit, but not one with another key', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const append = (enquiryId: string, n: number, thenHold = 0): Promise<void> =>
      unitOfWork.run(async (tx) => {
        await outbox.append(tx, StepTakenV1, { enquiryId, n }, someContext());
        await wait(thenHold);
      });
    const ended: string[] = [];
    const first = append(one, 1, 400).then(() => ended.push('first'));
    await wait(100);
    await Promise.all([
      first,
      append(one, 2).then(() => ended.push('same key')),
      append(other, 1).then(() => ended.push('other key')),
    ]);
    expect(ended).toEqual(['other key', 'first', 'same key']);
    const rows = await dataSource.query<{ envelope: { data: { n: number } } }[]>(
      'SELECT envelope FROM outbox WHERE key = $1 ORDER BY seq',
      [one],
    );
    expect(rows.map((row) => row.envelope.data.n)).toEqual([1, 2]);
  });

  test('never makes two changes of a partnership wait for one another because both are audited', async () => {
    const Audited = defineEvent({ ...WordsV1, topic: AUDIT_TOPIC });
    expect(AuditRecordedV1.topic).toBe(AUDIT_TOPIC);
    const append = (thenHold: number): Promise<void> =>
      unitOfWork.run(async (tx) => {
        await outbox.append(tx, Audited, { words: 'looked' }, someContext());
        await wait(thenHold);
      });
    const slow = append(800);
    await wait(50);
    const winner = await Promise.race([slow.then(() => 'slow'), append(0).then(() => 'quick')]);
    await slow;
    expect(winner).toBe('quick');
  });
});
