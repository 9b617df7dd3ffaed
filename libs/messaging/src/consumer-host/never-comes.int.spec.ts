import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { breakableLink, eventually, freshTopicPrefix, testKafka } from '@mash/testing';
import type { BreakableLink, FreshDatabase } from '@mash/testing';
import type { DeadLetter } from '../dead-letters/dead-letter';
import { fixtureDatabase } from '../testing/fixture-database';
import { KafkaFeed, stepMessage } from '../testing/kafka-feed';
import { TestService } from '../testing/test-service';
import { NotSeenYet } from './not-seen-yet';
import { TIMING } from './transport-settings';

jest.setTimeout(60_000);

const LONGEST_MISSING = 2_000;

describe('An event about something that never comes', () => {
  const topicPrefix = freshTopicPrefix();
  let database: FreshDatabase;
  let link: BreakableLink;
  let service: TestService;
  let feed: KafkaFeed;
  let there: Set<string>;

  beforeAll(async () => {
    database = await fixtureDatabase();
    link = await breakableLink(database.appUrl);
    service = await TestService.start({
      ...{ databaseUrl: link.url, brokers: testKafka(), topicPrefix },
      timing: { longestMissing: LONGEST_MISSING, longestPassingRetry: 100, replayPoll: 100 },
    });
    feed = await KafkaFeed.open(testKafka(), topicPrefix);
  });
  beforeEach(() => {
    there = new Set();
    service.mood.onStep = ({ data }) => {
      if (!there.has(data.enquiryId)) throw new NotSeenYet('FIXTURE.ENQUIRY_NOT_SEEN_YET');
    };
  });
  afterEach(async () => {
    for (const { id } of await service.deadLetters.list()) {
      await service.deadLetters.discard(id, 'made by a test');
      await service.deadLetters.outcome(id);
    }
  });
  afterAll(async () => {
    await feed.close();
    await service.stop();
    await link.cut();
    await database.drop();
  });

  const letterOf = (key: string, parkedBehind: number): Promise<DeadLetter> =>
    eventually(async () => {
      const letter = (await service.deadLetters.list()).find((one) => one.key === key);
      expect(letter?.parkedBehind).toBe(parkedBehind);
      return letter!;
    }, 20_000);

  test('is a dead letter that says what was missing, others of its partition go on, and a replay works once it is there', async () => {
    const [ghost, healthy] = [randomUUID(), randomUUID()];
    there.add(healthy);
    // One partition: whatever the keys are, what comes after waits behind it.
    const began = Date.now();
    await feed.send(stepMessage(ghost, 1), stepMessage(ghost, 2));
    await feed.sendBehind(ghost, stepMessage(healthy, 1));
    const letter = await letterOf(ghost, 1);
    expect(Date.now() - began).toBeGreaterThanOrEqual(LONGEST_MISSING);
    expect(letter).toMatchObject({ errorClass: 'NotSeenYet', type: 'fixture.step-taken' });
    expect(letter.reason).toMatch(/^FIXTURE\.ENQUIRY_NOT_SEEN_YET/);
    expect(letter.tries).toBeGreaterThan(4);
    await eventually(async () => expect(await service.stepsOf(healthy)).toEqual([1]));

    await service.deadLetters.replay(letter.id);
    expect(await service.deadLetters.outcome(letter.id)).toMatchObject({ state: 'open', parkedBehind: 1 });
    there.add(ghost);
    await service.deadLetters.replay(letter.id);
    expect(await service.deadLetters.outcome(letter.id)).toMatchObject({ state: 'replayed', parkedBehind: 0 });
    expect(await service.stepsOf(ghost)).toEqual([1, 2]);
  });

  test('many of them in one partition hold it up once, and not once each', async () => {
    const [first, ...ghosts] = Array.from({ length: 10 }, () => randomUUID());
    await feed.send(stepMessage(first!, 1));
    for (const ghost of ghosts) await feed.sendBehind(first!, stepMessage(ghost, 1));
    const began = Date.now();
    await eventually(async () => expect(await service.deadLetters.list()).toHaveLength(10), 20_000);
    expect(Date.now() - began).toBeLessThan(5 * LONGEST_MISSING);
  });

  test('the time in which the database is down does not count, however long it is', async () => {
    const enquiryId = randomUUID();
    await feed.send(stepMessage(enquiryId, 1));
    await wait(LONGEST_MISSING / 4);
    await link.cut();
    await wait(2 * LONGEST_MISSING);
    await link.mend();
    await wait(LONGEST_MISSING / 4);
    expect(await service.deadLetters.list()).toEqual([]);
    there.add(enquiryId);
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([1]));
    expect(await service.deadLetters.list()).toEqual([]);
  });

  test('by default it is waited for ten minutes', () => expect(TIMING.longestMissing).toBe(600_000));
});
