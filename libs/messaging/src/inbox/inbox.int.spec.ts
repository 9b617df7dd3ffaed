import { randomUUID } from 'node:crypto';
import { UnitOfWork, createDataSource } from '@mash/persistence';
import type { FreshDatabase } from '@mash/testing';
import type { DataSource } from 'typeorm';
import { fixtureDatabase } from '../testing/fixture-database';
import { Inbox } from './inbox';

jest.setTimeout(60_000);

describe('The inbox', () => {
  let database: FreshDatabase;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  const inbox = new Inbox();

  beforeAll(async () => {
    database = await fixtureDatabase();
    dataSource = await createDataSource({ url: database.appUrl, poolSize: 10 }).initialize();
    unitOfWork = new UnitOfWork(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const noteOnce = (eventId: string): Promise<boolean> =>
    unitOfWork.run(async (tx) => {
      if (!(await inbox.claim(tx, 'fixture', eventId))) return false;
      await tx.query('INSERT INTO effect (event_id, n) VALUES ($1, 1)', [eventId]);
      return true;
    });
  const effectsOf = async (eventId: string): Promise<number> =>
    (await dataSource.query<unknown[]>('SELECT 1 FROM effect WHERE event_id = $1', [eventId])).length;

  test('lets one of eight deliveries at the same moment have its effect, and none that comes later', async () => {
    const eventId = randomUUID();
    const claims = await Promise.all(Array.from({ length: 8 }, () => noteOnce(eventId)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await noteOnce(eventId)).toBe(false);
    expect(await effectsOf(eventId)).toBe(1);
  });

  test('keeps no claim of a transaction that failed, so that redelivery has its effect', async () => {
    const eventId = randomUUID();
    const failing = unitOfWork.run(async (tx) => {
      await inbox.claim(tx, 'fixture', eventId);
      throw new Error('the reaction failed');
    });
    await expect(failing).rejects.toThrow('the reaction failed');
    expect(await noteOnce(eventId)).toBe(true);
  });

  test('keeps the claims of two consumers of one event apart', async () => {
    const eventId = randomUUID();
    const both = await unitOfWork.run(async (tx) => [
      await inbox.claim(tx, 'fixture.one', eventId),
      await inbox.claim(tx, 'fixture.other', eventId),
    ]);
    expect(both).toEqual([true, true]);
  });
});
