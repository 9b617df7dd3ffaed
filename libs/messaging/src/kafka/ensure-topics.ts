import { KafkaJSAggregateError } from 'kafkajs';
import type { Admin } from 'kafkajs';
import { createKafka } from './create-kafka';
import type { KafkaConnection } from './kafka-connection';
import { allTopics } from './topics';
import { untilAnswered } from './until-answered';

export interface TopicSettings {
  readonly topicPrefix?: string;
  readonly topics?: readonly string[];
  /** Partitions of each topic; keys are spread over them, so raising it later breaks the order of keys. */
  readonly partitions?: number;
  /** One on a one-node set-up, where the broker also gets `flush.messages=1`: acks=all is the page cache only there. */
  readonly replicationFactor?: number;
}

const PARTITIONS = 6;

/** Every partition has a leader. */
async function areLed(admin: Admin, topics: readonly string[]): Promise<true | undefined> {
  const { topics: found } = await admin.fetchTopicMetadata({ topics: [...topics] });
  return found.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0)) || undefined;
}

/** kafkajs keeps which topic was refused, and why, inside an error that says neither. */
function sayWhichAndWhy(error: unknown): never {
  if (!(error instanceof KafkaJSAggregateError)) throw error;
  const each = error.errors.map((one) => {
    const { topic = '', message } = typeof one === 'string' ? { message: one } : (one as Error & { topic?: string });
    return `${topic}: ${message}`;
  });
  throw new Error(`MESSAGING.TOPICS_NOT_MADE: ${each.join('; ')}`, { cause: error });
}

/**
 * Makes the topics that are not there yet: `mash.<service>.v1` and `mash.audit.<service>.v1`. Idempotent; throws where no broker answers, and where
 * the user of the connection may not make topics and one is missing: with access rules, the operator makes them. Events are kept for ever
 * (`retention.ms=-1`): they name nobody, and a new reader starts from the first one.
 */
export async function ensureTopics(connection: KafkaConnection, settings: TopicSettings = {}): Promise<void> {
  const { topicPrefix = '', topics = allTopics(), partitions = PARTITIONS, replicationFactor = 1 } = settings;
  const admin = createKafka({ ...connection, clientId: 'mash-topics', retries: 5 }).admin();
  await admin.connect();
  try {
    const existing = new Set(await untilAnswered(() => admin.listTopics()));
    const missing = [...new Set(topics)].map((topic) => topicPrefix + topic).filter((topic) => !existing.has(topic));
    if (missing.length === 0) return;
    const configEntries = [
      { name: 'retention.ms', value: '-1' },
      ...(replicationFactor === 1 ? [{ name: 'flush.messages', value: '1' }] : []),
    ];
    const topicsToMake = missing.map((topic) => ({
      topic,
      numPartitions: partitions,
      replicationFactor,
      configEntries,
    }));
    await admin.createTopics({ waitForLeaders: false, topics: topicsToMake }).catch(sayWhichAndWhy);
    await untilAnswered(() => areLed(admin, missing));
  } finally {
    await admin.disconnect();
  }
}
