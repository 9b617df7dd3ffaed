import { createDataSource, grantsOf } from '@mash/persistence';
import type { FreshDatabase } from '@mash/testing';
import type { DataSource } from 'typeorm';
import { fixtureDatabase } from '../testing/fixture-database';

jest.setTimeout(60_000);

describe('The app role on the messaging tables', () => {
  let database: FreshDatabase;
  let asApp: DataSource;

  beforeAll(async () => {
    database = await fixtureDatabase();
    asApp = await createDataSource({ url: database.appUrl }).initialize();
  });
  afterAll(async () => {
    await asApp.destroy();
    await database.drop();
  });

  test('may do what the relay and the consumers need, and nothing else', async () => {
    const { effect: _ofTheTests, ...grants } = await grantsOf(asApp, database.appRole);
    const ofDeadLetters = Object.keys(grants).filter((name) => name.startsWith('dead_letter.'));
    expect(ofDeadLetters.map((name) => name.replace('dead_letter.', ''))).toEqual([
      'asked',
      'discard_reason',
      'error_class',
      'reason',
      'settled_at',
      'state',
      'tries',
    ]);
    expect(ofDeadLetters.map((name) => grants[name])).toEqual(ofDeadLetters.map(() => ['UPDATE']));
    expect(Object.fromEntries(Object.entries(grants).filter(([name]) => !name.includes('.')))).toEqual({
      dead_letter: ['INSERT', 'SELECT'],
      inbox: ['INSERT', 'SELECT'],
      outbox: ['DELETE', 'INSERT', 'SELECT'],
      outbox_archive: ['INSERT', 'SELECT'],
      parked: ['DELETE', 'INSERT', 'SELECT'],
    });
    expect(await grantsOf(asApp, 'PUBLIC')).toEqual({});
  });

  test.each([
    'UPDATE outbox SET key = key',
    'DELETE FROM outbox_archive',
    'UPDATE outbox_archive SET key = key',
    'DELETE FROM inbox',
    'UPDATE inbox SET consumer = consumer',
    'DELETE FROM dead_letter',
    'UPDATE dead_letter SET value = value',
    'UPDATE parked SET value = value',
    'TRUNCATE outbox',
    'CREATE TABLE of_its_own (n integer)',
  ])('is refused: %s', async (statement) => {
    await expect(asApp.query(statement)).rejects.toThrow(/permission denied/);
  });
});
