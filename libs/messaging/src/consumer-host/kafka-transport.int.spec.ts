import { randomUUID } from 'node:crypto';
import type { Tx } from '@mash/persistence';
import { eventually, freePort, freshTopicPrefix, testKafka } from '@mash/testing';
import type { FreshDatabase } from '@mash/testing';
import { fixtureDatabase } from '../testing/fixture-database';
import { StepPlannedV1, StepUndoneV1 } from '../testing/fixture.contracts';
import { KafkaFeed, stepMessage } from '../testing/kafka-feed';
import { TestService } from '../testing/test-service';
import { PassingFailure } from './passing-failure';
import { messagingFaults } from './pulse';
import { MOST_TRIES } from './transport-settings';

jest.setTimeout(60_000);

describe('A service that reacts to events', () => {
  const topicPrefix = freshTopicPrefix();
  let database: FreshDatabase;
  let service: TestService;
  let feed: KafkaFeed;

  const start = (): Promise<TestService> =>
    TestService.start({ databaseUrl: database.appUrl, brokers: testKafka(), topicPrefix });

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
  afterEach(() => {
    service.mood.onStep = () => undefined;
  });

  test('has one effect of an event that comes eight times, on several partitions at once', async () => {
    const [enquiryId, id] = [randomUUID(), randomUUID()];
    const before = service.mood.deliveries;
    const copies = Array.from({ length: 8 }, (_, n) => ({ ...stepMessage(enquiryId, 1, { id }), key: `copy ${n}` }));
    await feed.send(...copies);
    await eventually(() => expect(service.mood.deliveries - before).toBe(8));
    expect(await service.stepsOf(enquiryId)).toEqual([1]);
  });

  test('leaves nothing of a delivery that threw, and works on redelivery', async () => {
    const enquiryId = randomUUID();
    let failures = 0;
    service.mood.onStep = () => {
      if (failures++ < 2) throw new Error('not this time');
    };
    await service.take(enquiryId, 1);
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([1]));
    expect(failures).toBe(3);
    expect(await service.deadLetters.list()).toEqual([]);
  });

  test('waits for as long as it takes for what is not there yet, and makes no dead letter of it', async () => {
    const enquiryId = randomUUID();
    let isThere = false;
    let failures = 0;
    service.mood.onStep = () => {
      if (isThere) return;
      failures += 1;
      throw new PassingFailure('FIXTURE.NOT_SEEN_YET');
    };
    await service.take(enquiryId, 1);
    await service.take(enquiryId, 2);
    await eventually(() => expect(failures).toBeGreaterThan(3));
    isThere = true;
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([1, 2]));
    expect(await service.deadLetters.list()).toEqual([]);
  });

  test.each([
    ['its database connection is cut', (tx: Tx) => tx.query('SELECT pg_terminate_backend(pg_backend_pid())')],
    [
      'it loses a race for a lock',
      (tx: Tx) => tx.query(`DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40P01'; END $$`),
    ],
    ['another service refuses the connection', async () => fetch(`http://127.0.0.1:${await freePort()}`)],
  ])('tries a reaction again, more often than a poison event, when %s', async (_what, fail) => {
    const enquiryId = randomUUID();
    let failures = 0;
    service.mood.onStep = async (_event, tx) => {
      if (failures++ < MOST_TRIES + 1) await fail(tx);
    };
    await service.take(enquiryId, 1);
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([1]));
    expect(failures).toBe(MOST_TRIES + 2);
    expect(await service.deadLetters.list({ all: true })).toEqual([]);
  });

  test('shows an event of a type that nobody has released, and goes on with other keys', async () => {
    const [strange, ordinary] = [randomUUID(), randomUUID()];
    await feed.send(stepMessage(strange, 1, { type: StepUndoneV1.type }), stepMessage(ordinary, 1));
    await eventually(async () => expect(await service.stepsOf(ordinary)).toEqual([1]));
    const [letter] = await eventually(async () => {
      const letters = await service.deadLetters.list();
      expect(letters).toHaveLength(1);
      return letters;
    });
    expect(letter).toMatchObject({
      key: strange,
      type: 'fixture.step-undone',
      tries: 1,
      errorClass: 'UnreadableEvent',
    });
    expect(letter!.reason).toContain('MESSAGING.UNKNOWN_TYPE: fixture.step-undone v1');
    await service.deadLetters.discard(letter!.id, 'a publisher of the future');
    expect((await service.deadLetters.outcome(letter!.id)).state).toBe('discarded');
  });

  test.each([
    ['bytes that are no JSON', { value: 'Somebody {' }, 'MESSAGING.NOT_JSON'],
    ['no envelope', { value: '{"name":"Somebody"}' }, 'MESSAGING.BAD_ENVELOPE'],
    ['data that the contract refuses', stepMessage('Somebody', 1), 'MESSAGING.BAD_DATA: enquiryId'],
  ])('keeps %s as a dead letter that does not quote it', async (_what, message, reason) => {
    await feed.send({ ...message, key: randomUUID() });
    const [letter] = await eventually(async () => {
      const letters = await service.deadLetters.list();
      expect(letters).toHaveLength(1);
      return letters;
    });
    expect(letter!.reason).toContain(reason);
    expect(letter!.reason).not.toContain('Somebody');
    await service.deadLetters.discard(letter!.id, 'made by a test');
    await service.deadLetters.outcome(letter!.id);
  });

  test('does nothing about a type that it ignores by name', async () => {
    const enquiryId = randomUUID();
    await feed.send(stepMessage(enquiryId, 1, { type: StepPlannedV1.type }), stepMessage(enquiryId, 2));
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([2]));
    expect(await service.deadLetters.list()).toEqual([]);
  });

  test('does not start while a released type reaches it that it neither handles nor ignores', async () => {
    const careless = TestService.start({
      databaseUrl: database.appUrl,
      brokers: testKafka(),
      topicPrefix,
      ignores: [],
    });
    await expect(careless).rejects.toThrow('fixture.step-planned reaches this service and nobody handles it');
  });

  test('lives, and after a restart gets nothing again that it had committed', async () => {
    expect(messagingFaults()).toEqual([]);
    const enquiryId = randomUUID();
    await service.take(enquiryId, 1);
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([1]));
    await service.stop();
    service = await start();
    await service.take(enquiryId, 2);
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([1, 2]));
    expect(service.mood.deliveries).toBe(1);
  });
});
