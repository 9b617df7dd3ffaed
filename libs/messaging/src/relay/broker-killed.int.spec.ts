import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { eventually, startPrivateBroker } from '@mash/testing';
import type { FreshDatabase, PrivateBroker } from '@mash/testing';
import { fixtureDatabase } from '../testing/fixture-database';
import { TestService } from '../testing/test-service';

jest.setTimeout(120_000);

const STEPS = 300;
const KILLED_AFTER = 100;

describe('A broker that is killed in mid-flow', () => {
  let database: FreshDatabase;
  let broker: PrivateBroker;
  let service: TestService;

  beforeAll(async () => {
    [database, broker] = [await fixtureDatabase(), await startPrivateBroker()];
    service = await TestService.start({ databaseUrl: database.appUrl, brokers: broker.brokers, topicPrefix: '' });
  });
  afterAll(async () => {
    await service.stop();
    await broker.remove();
    await database.drop();
  });

  test('costs no event, doubles none and keeps the order of every key; changes go on meanwhile', async () => {
    const keys = Array.from<unknown, string>({ length: 3 }, () => randomUUID());
    const appended = (async (): Promise<void> => {
      for (let n = 0; n < STEPS; n++) {
        await service.take(keys[n % 3]!, n);
        await wait(10);
      }
    })();
    await eventually(async () => expect((await service.effects()).length).toBeGreaterThan(KILLED_AFTER));
    await broker.kill();
    await wait(1_000);
    await broker.start();
    await appended; // nobody's change has waited for the broker
    await eventually(async () => expect(await service.effects()).toHaveLength(STEPS), 60_000);
    for (const [index, key] of keys.entries()) {
      expect(await service.stepsOf(key)).toEqual(Array.from({ length: STEPS / 3 }, (_, step) => step * 3 + index));
    }
    expect(await service.deadLetters.list({ all: true })).toEqual([]);
  });
});
