import { randomUUID } from 'node:crypto';
import { eventually, freshTopicPrefix, testKafka } from '@mash/testing';
import type { FreshDatabase } from '@mash/testing';
import { fixtureDatabase } from '../testing/fixture-database';
import { KafkaFeed, stepMessage } from '../testing/kafka-feed';
import { TestService } from '../testing/test-service';
import type { RawMessage } from './raw-message';

jest.setTimeout(60_000);

describe('A consumer that never parks, as the audit log', () => {
  const topicPrefix = freshTopicPrefix();
  const taken: RawMessage[] = [];
  let isDown = false;
  let database: FreshDatabase;
  let service: TestService;
  let feed: KafkaFeed;

  beforeAll(async () => {
    database = await fixtureDatabase();
    service = await TestService.start({
      databaseUrl: database.appUrl,
      brokers: testKafka(),
      topicPrefix,
      takeOpaque: (raw) => {
        if (isDown) return Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' }));
        taken.push(raw);
        return Promise.resolve();
      },
    });
    feed = await KafkaFeed.open(testKafka(), topicPrefix);
  });
  afterAll(async () => {
    await feed.close();
    await service.stop();
    await database.drop();
  });

  test('hands on what it cannot read as bytes, waits until those are taken, and goes on with the same key', async () => {
    isDown = true;
    const enquiryId = randomUUID();
    await feed.send({ key: enquiryId, value: 'no JSON' }, stepMessage(enquiryId, 2));
    setTimeout(() => (isDown = false), 500);
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([2]));
    expect(taken.map(({ value }) => value?.toString())).toEqual(['no JSON']);
    expect(await service.deadLetters.list({ all: true })).toEqual([]);
  });
});
