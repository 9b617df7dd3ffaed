import { SpanKind } from '@opentelemetry/api';
import type { Span } from '@opentelemetry/api';
import type { Kafka, Message, Producer, TopicMessages } from 'kafkajs';
import { createKafka } from '../kafka/create-kafka';
import { ensureTopics } from '../kafka/ensure-topics';
import type { KafkaConnection } from '../kafka/kafka-connection';
import { topicToSend } from '../kafka/topics';
import { failSpan, openSpan } from '../trace/messaging-span';
import { traceparentOf } from '../trace/traceparent';
import type { OutboxRow } from './outbox-row';

export interface PublisherSettings extends KafkaConnection {
  /** Whose outbox it is: its audit entries go to its own topic. */
  readonly service: string;
  readonly clientId: string;
  readonly topicPrefix: string;
  /** The topics that this service writes; made where they are missing. None, where the operator makes them. */
  readonly topics: readonly string[];
}

/** The relay's loop tries for ever; inside one send there are few tries, so that a shutdown need not wait. */
const TRIES_IN_ONE_SEND = 3;

const spanFor = ({ type, topic, traceparent, id }: OutboxRow): Span =>
  openSpan({
    name: `publish ${type}`,
    kind: SpanKind.PRODUCER,
    traceparent: traceparent ?? undefined,
    attributes: { 'messaging.destination.name': topic, 'messaging.operation.type': 'send', 'messaging.message.id': id },
  });

function messageOf(row: OutboxRow, span: Span): Message {
  const traceparent = traceparentOf(span.spanContext()) ?? row.traceparent;
  const headers = { type: row.type, version: String(row.version), ...(traceparent === null ? {} : { traceparent }) };
  return { key: row.key, value: row.value, headers };
}

/** Sends outbox rows to Kafka, and knows which cluster got them. */
export class KafkaPublisher {
  private readonly kafka: Kafka;
  private connected: { producer: Producer; clusterId: string } | undefined;

  constructor(private readonly settings: PublisherSettings) {
    const { brokers, access, tls, clientId } = settings;
    this.kafka = createKafka({ brokers, access, tls, clientId, retries: TRIES_IN_ONE_SEND });
  }

  /** Resolves with the cluster's id when every replica in sync has every row; throws otherwise, and then some may have been sent. */
  async publish(rows: readonly OutboxRow[]): Promise<string> {
    const spans = rows.map(spanFor);
    try {
      const { producer, clusterId } = (this.connected ??= await this.connect());
      await producer.sendBatch({ acks: -1, topicMessages: this.byTopic(rows, spans) });
      return clusterId;
    } catch (error) {
      for (const span of spans) failSpan(span, error);
      await this.close(); // whoever answers next may be another cluster: ask again
      throw error;
    } finally {
      for (const span of spans) span.end();
    }
  }

  async close(): Promise<void> {
    const producer = this.connected?.producer;
    this.connected = undefined;
    await producer?.disconnect();
  }

  private byTopic(rows: readonly OutboxRow[], spans: readonly Span[]): TopicMessages[] {
    const { service, topicPrefix } = this.settings;
    const topics = new Map<string, Message[]>();
    rows.forEach((row, index) => {
      const span = spans[index];
      if (span === undefined) return;
      const topic = topicPrefix + topicToSend(service, row.topic);
      topics.set(topic, [...(topics.get(topic) ?? []), messageOf(row, span)]);
    });
    return [...topics].map(([topic, messages]) => ({ topic, messages }));
  }

  private async connect(): Promise<{ producer: Producer; clusterId: string }> {
    const { topics, topicPrefix } = this.settings;
    if (topics.length > 0) await ensureTopics(this.settings, { topics, topicPrefix });
    const admin = this.kafka.admin();
    await admin.connect();
    const { clusterId } = await admin.describeCluster().finally(() => admin.disconnect());
    const producer = this.kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    return { producer, clusterId };
  }
}
