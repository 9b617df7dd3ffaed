import { randomUUID } from 'node:crypto';
import type { Producer } from 'kafkajs';
import { createKafka } from '../kafka/create-kafka';
import { StepPlannedV1, StepTakenV1 } from './fixture.contracts';
import { someContext } from './test-service';

/** A message as a test puts it straight into Kafka, past any outbox. */
export interface Fed {
  readonly key?: string;
  readonly value: string;
  readonly partition?: number;
  readonly headers?: Record<string, string>;
}

/** A well-formed event of the tests' topic, or of another type in the same frame. */
export function stepMessage(enquiryId: string, n: number, given: { type?: string; id?: string } = {}): Fed {
  const { type = StepTakenV1.type, id = randomUUID() } = given;
  const { partnershipId, correlationId, actor } = someContext();
  const occurredAt = new Date().toISOString();
  const envelope = { id, type, version: 1, occurredAt, partnershipId, correlationId, actor, data: { enquiryId, n } };
  return { key: enquiryId, value: JSON.stringify(envelope), headers: { type, version: '1' } };
}

/** Writes messages into the tests' topic, as a faulty or hostile publisher would. */
export class KafkaFeed {
  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
  ) {}

  static async open(brokers: readonly string[], topicPrefix: string): Promise<KafkaFeed> {
    const producer = createKafka({ brokers, clientId: 'fixture-feed' }).producer({ allowAutoTopicCreation: false });
    await producer.connect();
    return new KafkaFeed(producer, topicPrefix + StepTakenV1.topic);
  }

  async send(...messages: Fed[]): Promise<void> {
    await this.producer.send({ topic: this.topic, acks: -1, messages });
  }

  /** Into the partition that this key has, whatever keys the messages have. */
  async sendBehind(key: string, ...messages: Fed[]): Promise<void> {
    const [{ partition } = { partition: 0 }] = await this.producer.send({
      ...{ topic: this.topic, acks: -1, messages: [{ ...stepMessage(key, 0, { type: StepPlannedV1.type }), key }] },
    });
    await this.send(...messages.map((message) => ({ ...message, partition })));
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }
}
