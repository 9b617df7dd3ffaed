import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { breakableLink, eventually, freshTopicPrefix, testKafka } from '@mash/testing';
import type { BreakableLink, FreshDatabase } from '@mash/testing';
import { fixtureDatabase } from '../testing/fixture-database';
import { KafkaFeed, stepMessage } from '../testing/kafka-feed';
import { TestService } from '../testing/test-service';

jest.setTimeout(60_000);

const STEPS = 60;

describe('A database that is down for a while', () => {
  const topicPrefix = freshTopicPrefix();
  let database: FreshDatabase;
  let link: BreakableLink;
  let service: TestService;
  let feed: KafkaFeed;

  beforeAll(async () => {
    database = await fixtureDatabase();
    link = await breakableLink(database.appUrl);
    service = await TestService.start({ databaseUrl: link.url, brokers: testKafka(), topicPrefix });
    feed = await KafkaFeed.open(testKafka(), topicPrefix);
  });
  afterAll(async () => {
    await feed.close();
    await service.stop();
    await link.cut();
    await database.drop();
  });

  test('makes the consumer wait: no event is lost, doubled, disordered or taken for poison', async () => {
    const enquiryId = randomUUID();
    const feeding = (async (): Promise<void> => {
      for (let n = 0; n < STEPS; n++) {
        await feed.send(stepMessage(enquiryId, n));
        await wait(20);
      }
    })();
    await eventually(async () => expect((await service.stepsOf(enquiryId)).length).toBeGreaterThan(5));
    await link.cut();
    await feeding;
    await wait(500);
    await link.mend();
    const steps = Array.from({ length: STEPS }, (_, n) => n);
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual(steps), 30_000);
    expect(await service.deadLetters.list({ all: true })).toEqual([]);
  });

  test('makes the relay wait too: what is appended afterwards arrives', async () => {
    const enquiryId = randomUUID();
    await link.cut();
    await expect(service.take(enquiryId, 1)).rejects.toThrow();
    await link.mend();
    await service.take(enquiryId, 2);
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([2]));
  });
});
