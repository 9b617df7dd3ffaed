/** One event as it lies in the outbox. */
export interface OutboxRow {
  /** A bigint as text: the order in which events of one key were committed. */
  readonly seq: string;
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly version: number;
  /** The envelope as JSON: the value of the Kafka message. */
  readonly value: string;
  readonly traceparent: string | null;
}
