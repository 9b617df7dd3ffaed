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

  const start = (together?: number) =>
    TestService.start({
      databaseUrl: database.appUrl,
      brokers: testKafka(),
      topicPrefix,
      ...(together !== undefined && { together }),
      takeOpaque: (raw) => {
        if (isDown) return Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' }));
        taken.push(raw);
        return Promise.resolve();
      },
    });

  beforeAll(async () => {
    database = await fixtureDatabase();
    service = await start();
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

  test('has several under way at once, and goes back to the first that was not dealt with', async () => {
    await service.stop();
    service = await start(10);
    taken.length = 0;
    const [enquiryId, word] = [randomUUID(), 'no JSON either'];
    const steps = [1, 2, 3, 4, 5].map((n) => stepMessage(enquiryId, n));
    const spoilt = { key: enquiryId, value: word };
    isDown = true;
    await feed.send(...steps.slice(0, 3), spoilt, ...steps.slice(3));
    setTimeout(() => (isDown = false), 500);
    const stepsDone = async () => (await service.stepsOf(enquiryId)).sort();
    await eventually(async () => expect(await stepsDone()).toEqual([1, 2, 3, 4, 5]));
    await eventually(() => expect(taken.map(({ value }) => value?.toString())).toEqual([word]));
    expect(await service.deadLetters.list({ all: true })).toEqual([]);
  });
});
