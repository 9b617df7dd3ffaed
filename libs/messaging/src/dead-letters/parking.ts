import type { DataSource } from 'typeorm';
import type { RawMessage } from '../consumer-host/raw-message';
import { eventIdOf } from '../consumer-host/raw-message';
import { lockKey } from './key-lock';

const BLOCKED_KEYS = `SELECT DISTINCT key FROM dead_letter WHERE consumer = $1 AND topic = $2 AND state = 'open'`;
const BLOCKERS = `
  SELECT event_id AS "eventId", kafka_partition AS partition, kafka_offset AS offset
    FROM dead_letter WHERE consumer = $1 AND topic = $2 AND key = $3 AND state = 'open'`;
const PARK = `
  INSERT INTO parked (consumer, topic, key, kafka_partition, kafka_offset, event_id, type, headers, value)
  SELECT $1, $2, $3, $4, $5::bigint, $6::uuid, $7, $8::jsonb, $9::bytea
   WHERE $6::uuid IS NOT NULL OR NOT EXISTS (
     SELECT 1 FROM parked WHERE consumer = $1 AND topic = $2 AND kafka_partition = $4 AND kafka_offset = $5::bigint)
  ON CONFLICT DO NOTHING`;

interface Blocker {
  readonly eventId: string | null;
  readonly partition: number;
  readonly offset: string;
}

const isSame = (blocker: Blocker, raw: RawMessage, eventId: string | null): boolean =>
  blocker.eventId === null
    ? blocker.partition === raw.partition && blocker.offset === raw.offset
    : blocker.eventId === eventId;

/** Keeps the order of a key behind its dead letter: later events wait in a table, while other keys go on. */
export class Parking {
  constructor(
    private readonly dataSource: DataSource,
    private readonly consumer: string,
  ) {}

  /** The keys of a topic that have a dead letter at this moment. Only the partition's own consumer adds to them. */
  async blockedKeys(topic: string): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ key: string }[]>(BLOCKED_KEYS, [this.consumer, topic]);
    return new Set(rows.map(({ key }) => key));
  }

  /**
   * Parks a message behind the dead letter of its key. False when that one has been settled meanwhile: then the message is to be
   * delivered. A message that is the dead letter itself, delivered once more, is already where it belongs.
   */
  park(raw: RawMessage): Promise<boolean> {
    const { consumer } = this;
    const { topic, key, partition, offset, headers, value } = raw;
    return this.dataSource.transaction(async (tx) => {
      await lockKey(tx, { consumer, topic, key });
      const blockers = await tx.query<Blocker[]>(BLOCKERS, [consumer, topic, key]);
      if (blockers.length === 0) return false;
      const eventId = eventIdOf(raw);
      if (blockers.some((blocker) => isSame(blocker, raw, eventId))) return true;
      const row = [
        consumer,
        topic,
        key,
        partition,
        offset,
        eventId,
        headers.type ?? null,
        JSON.stringify(headers),
        value,
      ];
      await tx.query(PARK, row);
      return true;
    });
  }
}
