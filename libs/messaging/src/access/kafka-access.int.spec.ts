import { randomUUID } from 'node:crypto';
import { EnquiryAccessChangedV1, eventServices, topicAccess, topicAccessOf } from '@mash/contracts';
import { eventually } from '@mash/testing';
import type { FreshDatabase } from '@mash/testing';
import { Logger } from '@nestjs/common';
import { messagingFaults } from '../consumer-host/pulse';
import { createKafka } from '../kafka/create-kafka';
import { ensureTopics } from '../kafka/ensure-topics';
import type { KafkaConnection } from '../kafka/kafka-connection';
import { allTopics } from '../kafka/topics';
import { fixtureDatabase } from '../testing/fixture-database';
import { StepTakenV1 } from '../testing/fixture.contracts';
import { GuardedBroker } from '../testing/guarded-broker';
import { SERVICE, TestService } from '../testing/test-service';
import { accessRules } from './access-rules';
import type { AccessRule } from './access-rules';
import { applyAccessRules } from './apply-access-rules';

const FIXTURE: AccessRule[] = [
  { user: SERVICE, resource: 'topic', name: StepTakenV1.topic, operation: 'write' },
  { user: SERVICE, resource: 'topic', name: StepTakenV1.topic, operation: 'read' },
  { user: SERVICE, resource: 'group', name: SERVICE, operation: 'read' },
];
const without = (operation: AccessRule['operation']) =>
  FIXTURE.filter((rule) => rule.resource !== 'topic' || rule.operation !== operation);
const TOPICS = allTopics();
const REFUSED = /not authorized|authorization failed/i;
const NOT_IN_GROUP = /failed to find group coordinator/i; // all that kafkajs says of a group that refuses

async function write(connection: KafkaConnection, topic: string, value: string = randomUUID()): Promise<void> {
  const producer = createKafka({ ...connection, clientId: 'writer', retries: 0 }).producer({
    allowAutoTopicCreation: false,
  });
  try {
    await producer.connect();
    await producer.send({ topic, acks: -1, messages: [{ key: 'a-key', value }] });
  } finally {
    await producer.disconnect();
  }
}

/** Reads a topic from its beginning until something comes, or the broker refuses. */
async function read(connection: KafkaConnection, topic: string, groupId: string): Promise<string> {
  const consumer = createKafka({ ...connection, clientId: 'reader', retries: 8 }).consumer({
    groupId,
    retry: { retries: 8 },
  });
  try {
    return await new Promise<string>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      const run = async (): Promise<void> => {
        await consumer.connect();
        await consumer.subscribe({ topics: [topic], fromBeginning: true });
        await consumer.run({
          eachMessage: ({ message }) => {
            resolve(String(message.value));
            return Promise.resolve();
          },
        });
      };
      run().catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}

/** A broker that has just started makes the topic of its groups when the first one is asked for, and refuses until it is there. */
async function groupsAreCoordinated(connection: KafkaConnection, groups: string[]): Promise<void> {
  const admin = createKafka({ ...connection, clientId: 'groups' }).admin();
  await admin.connect();
  await eventually(async () => expect((await admin.describeGroups(groups)).groups).toHaveLength(groups.length));
  await admin.disconnect();
}

const pairs = eventServices.flatMap((service) => TOPICS.map((topic) => [service, topic] as const));
const writes = ([service, topic]: readonly [string, string]): boolean => topicAccessOf(service).writes.includes(topic);
const reads = ([service, topic]: readonly [string, string]): boolean => topicAccessOf(service).reads.includes(topic);
const not = (may: typeof writes) => (pair: readonly [string, string]) => !may(pair);

describe('A Kafka that knows its users, with the settings of docker-compose.yml and the rules of our list', () => {
  let broker: GuardedBroker;

  beforeAll(async () => {
    Logger.overrideLogger(false); // refusals are what this is about
    broker = await GuardedBroker.start(['admin', SERVICE, ...eventServices]);
    await ensureTopics(broker.as('admin'), { topics: [...TOPICS, StepTakenV1.topic], partitions: 1 });
    await applyAccessRules(broker.as('admin'), [...accessRules(), ...FIXTURE]);
    await groupsAreCoordinated(broker.as('admin'), [SERVICE, ...eventServices]);
  });
  afterAll(() => broker.remove());

  test.each(pairs.filter(writes))('%s may write %s', async (service, topic) => {
    await expect(write(broker.as(service), topic)).resolves.toBeUndefined();
  });

  test.each(pairs.filter(not(writes)))('%s may not write %s', async (service, topic) => {
    await expect(write(broker.as(service), topic)).rejects.toThrow(REFUSED);
  });

  test("agency-requests cannot say in decision's name who may see an enquiry, and nothing of it stays in the topic", async () => {
    const forged = JSON.stringify({ type: EnquiryAccessChangedV1.type, version: 1, id: randomUUID() });
    await expect(write(broker.as('agency-requests'), EnquiryAccessChangedV1.topic, forged)).rejects.toThrow(REFUSED);
    const admin = createKafka({ ...broker.as('admin'), clientId: 'offsets' }).admin();
    await admin.connect();
    const before = await admin.fetchTopicOffsets(EnquiryAccessChangedV1.topic);
    await write(broker.as('decision'), EnquiryAccessChangedV1.topic);
    const after = await admin.fetchTopicOffsets(EnquiryAccessChangedV1.topic);
    await admin.disconnect();
    expect(Number(after[0]!.high) - Number(before[0]!.high)).toBe(1);
  });

  test.each(pairs.filter(reads))('%s may read %s in its own group', async (service, topic) => {
    await write(broker.as('admin'), topic);
    await expect(read(broker.as(service), topic, service)).resolves.not.toBe('');
  });

  test.each(pairs.filter(not(reads)))('%s may not read %s', async (service, topic) => {
    await expect(read(broker.as(service), topic, service)).rejects.toThrow(REFUSED);
  });

  test("nobody may be in another service's group, where it would take that service's events", async () => {
    await expect(read(broker.as('decision'), 'mash.sharing.v1', 'decision')).resolves.not.toBe('');
    await expect(read(broker.as('decision'), 'mash.sharing.v1', 'contact-intake')).rejects.toThrow(NOT_IN_GROUP);
  });

  test('a service may make no topic and give no rights', async () => {
    await expect(ensureTopics(broker.as('sharing'), { topics: ['mash.another.v1'] })).rejects.toThrow(REFUSED);
    await expect(applyAccessRules(broker.as('sharing'), FIXTURE)).rejects.toThrow(REFUSED);
  });

  test('without a name nobody comes in, nor with a wrong password; and no error says the password', async () => {
    await expect(write(broker.as(), 'mash.sharing.v1')).rejects.toThrow();
    const wrong = { username: 'sharing', password: 'a-wrong-guess' };
    const attempt = write({ ...broker.as(), access: wrong }, 'mash.sharing.v1');
    await expect(attempt).rejects.toThrow(/authentication failed/i);
    await expect(attempt).rejects.not.toThrow(/a-wrong-guess/);
  });

  test('a right that the list no longer gives is taken away, and the others stay', async () => {
    const old: AccessRule = {
      user: 'audit',
      resource: 'topic',
      name: topicAccess.sharing.writes[0],
      operation: 'read',
    };
    expect(await applyAccessRules(broker.as('admin'), [...accessRules(), old])).toEqual({ added: 1, removed: 0 });
    expect(await applyAccessRules(broker.as('admin'), accessRules())).toEqual({ added: 0, removed: 1 });
    expect(await applyAccessRules(broker.as('admin'), [...accessRules(), ...FIXTURE])).toEqual({
      added: 0,
      removed: 0,
    });
  });

  test('TLS is spoken where it is asked for, and a broker for which nobody vouches is not believed', async () => {
    await expect(write(broker.byTlsAs('decision'), 'mash.decision.v1')).resolves.toBeUndefined();
    const unknown = { ...broker.byTlsAs('decision'), tls: {} };
    await expect(write(unknown, 'mash.decision.v1')).rejects.toThrow(/self-signed certificate/i);
  });

  test('the script of the container kafka-users makes users and changes passwords', async () => {
    const late = (password: string) => ({ ...broker.as(), access: { username: 'late-comer', password } });
    await broker.makeUsers({ LATE_COMER_KAFKA_PASSWORD: 'the-first' });
    await eventually(() => expect(write(late('the-first'), 'mash.sharing.v1')).rejects.toThrow(REFUSED)); // known, and may do nothing
    await broker.makeUsers({ LATE_COMER_KAFKA_PASSWORD: 'the-second' });
    await eventually(() => expect(write(late('the-second'), 'mash.sharing.v1')).rejects.toThrow(REFUSED));
    await expect(write(late('the-first'), 'mash.sharing.v1')).rejects.toThrow(/authentication failed/i);
    await expect(broker.makeUsers({ LATE_COMER_KAFKA_PASSWORD: "no ']" })).rejects.toThrow(/must be letters, digits/);
  });

  describe('a whole service as its own user', () => {
    let database: FreshDatabase;
    beforeAll(async () => void (database = await fixtureDatabase()));
    afterAll(() => database.drop());
    const start = (connection: KafkaConnection) =>
      TestService.start({ ...connection, databaseUrl: database.appUrl, topicPrefix: '' });

    test('sends and hears: outbox, relay, group and reaction', async () => {
      const service = await start(broker.as(SERVICE));
      try {
        const enquiryId = randomUUID();
        await service.take(enquiryId, 1);
        await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([1]));
      } finally {
        await service.stop();
      }
    });

    test('is no longer well once a right is taken away while it runs', async () => {
      const service = await start(broker.as(SERVICE));
      try {
        expect(messagingFaults()).toEqual([]);
        await applyAccessRules(broker.as('admin'), without('read'));
        await eventually(() => expect(messagingFaults()).toEqual([expect.stringContaining('CONSUMER_CRASHED')]));
      } finally {
        await service.stop();
        await applyAccessRules(broker.as('admin'), FIXTURE);
      }
    });

    test('does not start where it may not be in its group, and says so', async () => {
      await applyAccessRules(
        broker.as('admin'),
        FIXTURE.filter(({ resource }) => resource === 'topic'),
      );
      await expect(start(broker.as(SERVICE))).rejects.toThrow(/CONSUMER_REFUSED: failed to find group coordinator/i);
      await applyAccessRules(broker.as('admin'), FIXTURE);
    });

    test("does not start as somebody who may not read its topic, nor with another's password", async () => {
      await expect(start(broker.as('audit'))).rejects.toThrow(
        /TOPICS_NOT_MADE: mash\.fixture\.v1: .*authorization failed/i,
      );
      const wrong = { ...broker.as(), access: { username: SERVICE, password: 'a-wrong-guess' } };
      await expect(start(wrong)).rejects.toThrow(/authentication failed/i);
    });
  });
});
