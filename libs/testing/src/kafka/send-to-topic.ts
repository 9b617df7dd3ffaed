import { Kafka, logLevel } from 'kafkajs';
import { testKafka } from './test-kafka';

/** Puts one message straight into a topic of the test broker, past any outbox: as an earlier version, or somebody else, might have. */
export async function sendToTopic(topic: string, message: { key: string; value: string; type: string }): Promise<void> {
  const producer = new Kafka({ brokers: testKafka(), logLevel: logLevel.NOTHING }).producer({
    allowAutoTopicCreation: false,
  });
  await producer.connect();
  const { key, value, type } = message;
  await producer.send({ topic, acks: -1, messages: [{ key, value, headers: { type, version: '1' } }] });
  await producer.disconnect();
}
