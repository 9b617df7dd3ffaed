import type { Tx } from '@mash/persistence';

/** The events of one key, as one consumer sees them. */
export interface KeyOfConsumer {
  readonly consumer: string;
  readonly topic: string;
  readonly key: string;
}

/** Until the transaction ends, nobody else parks, replays or discards events of this key of this consumer. */
export async function lockKey(tx: Tx, { consumer, topic, key }: KeyOfConsumer): Promise<void> {
  const name = `mash.parked/${consumer}/${topic}/${key}`;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
