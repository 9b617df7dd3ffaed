import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import type { RawMessage } from '../consumer-host/raw-message';
import { eventIdOf } from '../consumer-host/raw-message';
import { failureReason } from './failure-reason';
import type { FailureReason } from './failure-reason';

const INSERT = `
  INSERT INTO dead_letter (id, consumer, topic, key, kafka_partition, kafka_offset, event_id, type, headers, value, tries, error_class, reason)
  SELECT $1, $2, $3, $4, $5, $6::bigint, $7::uuid, $8, $9::jsonb, $10::bytea, $11, $12, $13
   WHERE $7::uuid IS NOT NULL OR NOT EXISTS (
     SELECT 1 FROM dead_letter WHERE consumer = $2 AND topic = $3 AND kafka_partition = $5 AND kafka_offset = $6::bigint AND state = 'open')
  ON CONFLICT DO NOTHING`;

/** Puts an event down as a dead letter, with its real reason. Twice puts it down once. */
export async function bury(
  tx: Tx,
  consumer: string,
  raw: RawMessage,
  failure: { error: unknown; tries: number },
): Promise<FailureReason> {
  const { topic, key, partition, offset, headers, value } = raw;
  const why = failureReason(failure.error);
  await tx.query(INSERT, [
    newId(),
    consumer,
    topic,
    key,
    partition,
    offset,
    eventIdOf(raw),
    headers.type ?? null,
    JSON.stringify(headers),
    value,
    failure.tries,
    why.errorClass,
    why.reason,
  ]);
  return why;
}
