/**
 * Creates the topics that are missing. A process of its own, so that the launcher stays small. Reads KAFKA_BROKERS (and the user, where
 * the broker asks for one), TOPIC_PREFIX and KAFKA_REPLICATION (how many brokers keep each topic; one where it is not set).
 */
import { createRequire } from 'node:module';

const { ensureTopics, readKafkaConnection } = createRequire(import.meta.url)('@mash/messaging');
const { TOPIC_PREFIX, KAFKA_REPLICATION } = process.env;
await ensureTopics(readKafkaConnection(), {
  topicPrefix: TOPIC_PREFIX ?? '',
  replicationFactor: Number(KAFKA_REPLICATION ?? 1),
});
