import { Client } from 'pg';
import type { OutboxRow } from './outbox-row';

const LOCK = `SELECT pg_advisory_lock(hashtextextended('mash.outbox-relay', 0))`;
const READ = `SELECT seq, id, topic, key, type, version, envelope::text AS value, traceparent FROM outbox ORDER BY seq LIMIT 500`;
const ARCHIVE = `
  WITH sent AS (DELETE FROM outbox WHERE seq = ANY($1::bigint[]) RETURNING *)
  INSERT INTO outbox_archive (day, cluster_id, seq, id, topic, key, type, version, envelope, traceparent, appended_at)
  SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date, $2, seq, id, topic, key, type, version, envelope, traceparent, appended_at
    FROM sent
  ON CONFLICT DO NOTHING`;
/** A batch of one partition must pass the broker's `message.max.bytes` (1 MiB by default). */
const MOST_BYTES = 640 * 1024;

/** As many rows from the front as fit into one batch; always at least one. */
export function fittingBatch(rows: readonly OutboxRow[]): OutboxRow[] {
  let bytes = 0;
  const tooMany = rows.findIndex(({ value }, index) => (bytes += Buffer.byteLength(value)) > MOST_BYTES && index > 0);
  return rows.slice(0, tooMany === -1 ? rows.length : tooMany);
}

/**
 * The relay's one connection: it listens, holds the lock that makes this relay the only one of its service, and does all the reading
 * and moving. A relay that loses it has lost the lock too, and can no longer touch the outbox. Not for use through a transaction pooler.
 */
export class RelayConnection {
  private lost: Error | undefined;

  private constructor(private readonly client: Client) {}

  /** Resolves when the lock is ours, which may be when another relay ends. `onWake` is called when rows have been appended. */
  static async open(url: string, onWake: () => void, signal: AbortSignal): Promise<RelayConnection> {
    const client = new Client({ connectionString: url, application_name: 'mash-outbox-relay', keepAlive: true });
    const connection = new RelayConnection(client);
    client.on('error', (error) => {
      connection.lost = error;
      onWake();
    });
    client.on('notification', onWake);
    const giveUp = (): void => void connection.close();
    signal.addEventListener('abort', giveUp);
    try {
      await client.connect();
      await client.query('LISTEN outbox');
      await client.query(LOCK);
    } catch (error) {
      await connection.close();
      throw error;
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
    return connection;
  }

  /** The next rows in order; none where the outbox is empty. Throws where the connection is gone. */
  async read(): Promise<OutboxRow[]> {
    if (this.lost !== undefined) throw this.lost;
    return fittingBatch((await this.client.query<OutboxRow>(READ)).rows);
  }

  /** Moves rows that Kafka has to the archive, with the id of the cluster that has them. */
  async archive(rows: readonly OutboxRow[], clusterId: string): Promise<void> {
    await this.client.query(ARCHIVE, [rows.map(({ seq }) => seq), clusterId]);
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined); // a connection that is already broken is as closed as it can be
  }
}
