import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { eventually, freshTopicPrefix, testKafka } from '@mash/testing';
import type { FreshDatabase } from '@mash/testing';
import { fixtureDatabase } from '../testing/fixture-database';
import { TestService } from '../testing/test-service';

jest.setTimeout(90_000);

const STEPS = 240;
const KEYS = 6;

describe('Two processes of one service', () => {
  const topicPrefix = freshTopicPrefix();
  let database: FreshDatabase;
  const start = (): Promise<TestService> =>
    TestService.start({ databaseUrl: database.appUrl, brokers: testKafka(), topicPrefix });

  beforeAll(async () => {
    database = await fixtureDatabase();
  });
  afterAll(() => database.drop());

  test('share the work, and hand it over when one joins and when one leaves, with every key in order', async () => {
    const keys = Array.from<unknown, string>({ length: KEYS }, () => randomUUID());
    const first = await start();
    let taker = first;
    let [taken, isShared] = [0, false];
    const taking = (async (): Promise<void> => {
      // Until the second has had some: how long a group takes to let somebody join is not for this test to say.
      for (; taken < STEPS || !isShared; taken++) {
        await taker.take(keys[taken % KEYS]!, taken);
        await wait(10);
      }
    })();
    await eventually(async () => expect((await first.effects()).length).toBeGreaterThan(STEPS / 8));
    const second = await start(); // its relay waits for the lock of the first
    taker = second;
    await eventually(() => expect(second.mood.deliveries).toBeGreaterThan(0), 30_000).finally(() => (isShared = true));
    await first.stop();
    await taking;
    await eventually(async () => expect(await second.effects()).toHaveLength(taken), 30_000);
    for (const [index, key] of keys.entries()) {
      const steps = Array.from({ length: taken }, (_, step) => step).filter((step) => step % KEYS === index);
      expect(await second.stepsOf(key)).toEqual(steps);
    }
    expect(await second.deadLetters.list({ all: true })).toEqual([]);
    await second.stop();
  });
});
