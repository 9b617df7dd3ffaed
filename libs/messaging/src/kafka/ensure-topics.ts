import { createKafka } from './create-kafka';
import { allTopics } from './topics';

export interface TopicSettings {
  readonly topicPrefix?: string;
  readonly topics?: readonly string[];
  /** Partitions of each topic; keys are spread over them, so raising it later breaks the order of keys. */
  readonly partitions?: number;
  /** One on a one-node set-up, where the broker also gets `flush.messages=1`: acks=all is the page cache only there. */
  readonly replicationFactor?: number;
}

const PARTITIONS = 6;

/**
 * Makes the topics that are not there yet: `mash.<service>.v1` and `mash.audit.v1`. Idempotent; throws where no broker answers. Events are kept for ever
 * (`retention.ms=-1`): they name nobody, and a new reader starts from the first one.
 */
export async function ensureTopics(brokers: readonly string[], settings: TopicSettings = {}): Promise<void> {
  const { topicPrefix = '', topics = allTopics(), partitions = PARTITIONS, replicationFactor = 1 } = settings;
  const admin = createKafka({ brokers, clientId: 'mash-topics', retries: 5 }).admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = [...new Set(topics)].map((topic) => topicPrefix + topic).filter((topic) => !existing.has(topic));
    if (missing.length === 0) return;
    const configEntries = [
      { name: 'retention.ms', value: '-1' },
      ...(replicationFactor === 1 ? [{ name: 'flush.messages', value: '1' }] : []),
    ];
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({ topic, numPartitions: partitions, replicationFactor, configEntries })),
    });
  } finally {
    await admin.disconnect();
  }
}
