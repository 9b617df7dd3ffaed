import type { IHeaders, KafkaMessage } from 'kafkajs';
import { z } from 'zod';

/** A Kafka message as it came, before anybody has believed anything in it. */
export interface RawMessage {
  /** Without the prefix of the set-up. */
  readonly topic: string;
  readonly partition: number;
  /** A 64-bit number as text. */
  readonly offset: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
  /** When it was written to Kafka, in milliseconds of the calendar; not known of one that comes from a table. */
  readonly writtenAt?: number;
}

const textOf = (header: IHeaders[string]): string =>
  (Array.isArray(header) ? header : [header ?? '']).map((part) => part.toString()).join(',');

export function rawMessage(
  topic: string,
  partition: number,
  { offset, key, headers, value, timestamp }: KafkaMessage,
): RawMessage {
  return {
    topic,
    partition,
    offset,
    key: key?.toString('utf8') ?? '',
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, header]) => [name, textOf(header)])),
    value,
    writtenAt: Number(timestamp),
  };
}

/** The JSON that a message carries. Throws where it is none. */
export const jsonOf = ({ value }: RawMessage): unknown => JSON.parse(value?.toString('utf8') ?? '') as unknown;

const Identified = z.object({ id: z.uuid() });

/** The event id inside, or null where none can be read. */
export function eventIdOf(raw: RawMessage): string | null {
  try {
    return Identified.parse(jsonOf(raw)).id;
  } catch {
    return null; // it is just such messages that are put aside under no id
  }
}
