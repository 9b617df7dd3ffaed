import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import { newId } from '@mash/contracts';
import { brokers } from './platform';

export interface Message {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
  readonly headers: string;
}

const textOf = (topic: string, { key, value, headers }: KafkaMessage): Message => ({
  topic,
  key: key?.toString('utf8') ?? '',
  value: value?.toString('utf8') ?? '',
  headers: Object.entries(headers ?? {})
    .map(([name, held]) => `${name}: ${String(held)}`)
    .join('\n'),
});

/** Every message of every topic of the broker, from the first that is kept to the last that is there now. */
export async function everyMessage(): Promise<Message[]> {
  const kafka = new Kafka({ clientId: 'end-to-end', brokers: brokers(), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  const waiting = new Map<string, number>();
  for (const topic of topics)
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > Number(low)) waiting.set(`${topic} ${String(partition)}`, Number(high));
  const groupId = `end-to-end-${newId()}`;
  const found = await readUntil(kafka, groupId, topics, waiting);
  await admin.deleteGroups([groupId]);
  await admin.disconnect();
  return found;
}

async function readUntil(kafka: Kafka, groupId: string, topics: string[], waiting: Map<string, number>) {
  const messages: Message[] = [];
  const consumer = kafka.consumer({ groupId });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    if (waiting.size === 0) {
      resolve();
      return;
    }
    const eachMessage = ({
      topic,
      partition,
      message,
    }: {
      topic: string;
      partition: number;
      message: KafkaMessage;
    }) => {
      messages.push(textOf(topic, message));
      const place = `${topic} ${String(partition)}`;
      if (Number(message.offset) + 1 >= (waiting.get(place) ?? Infinity)) waiting.delete(place);
      if (waiting.size === 0) resolve();
      return Promise.resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return messages;
}
