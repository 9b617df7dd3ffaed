import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Bell } from './bell';
import { KafkaPublisher } from './kafka-publisher';
import type { PublisherSettings } from './kafka-publisher';
import { RelayConnection } from './relay-connection';

export interface RelaySettings extends PublisherSettings {
  /** The service's own database, as its app role, and not through a transaction pooler. */
  readonly databaseUrl: string;
}

/** NOTIFY wakes the relay; this is for the notification that a half-open connection swallowed. */
const LOOK_ANYWAY_MS = 5_000;
const AFTER_FAILURE_MS = 300;

/**
 * Takes events from the outbox to Kafka: in the order of their numbers, at least once, one relay at a time for each service.
 * Sent rows move to the archive; nothing is compared with a cursor, so a transaction that commits late cannot be skipped.
 */
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly bell = new Bell();
  private readonly publisher: KafkaPublisher;
  private readonly ending = new AbortController();
  private work: Promise<void> = Promise.resolve();
  private isFailing = false;

  constructor(private readonly settings: RelaySettings) {
    this.publisher = new KafkaPublisher(settings);
  }

  start(): void {
    this.work = this.runForEver();
  }

  /** Ends after the batch in hand. What is left in the outbox waits for the next relay. */
  async stop(): Promise<void> {
    this.ending.abort();
    this.bell.ring();
    await this.work;
    await this.publisher.close();
  }

  private get isEnding(): boolean {
    return this.ending.signal.aborted;
  }

  private async runForEver(): Promise<void> {
    while (!this.isEnding) {
      try {
        await this.relayWhileConnected();
      } catch (error) {
        this.reportFailure(error); // database or broker away: both come back, and the rows are still there
        await wait(AFTER_FAILURE_MS);
      }
    }
  }

  private async relayWhileConnected(): Promise<void> {
    const { signal } = this.ending;
    const connection = await RelayConnection.open(this.settings.databaseUrl, () => this.bell.ring(), signal);
    try {
      while (!this.isEnding) {
        const rows = await connection.read();
        if (rows.length === 0) {
          await this.bell.wait(LOOK_ANYWAY_MS);
          continue;
        }
        const clusterId = await this.publisher.publish(rows);
        await connection.archive(rows, clusterId);
        this.isFailing = false;
      }
    } finally {
      await connection.close();
    }
  }

  private reportFailure(error: unknown): void {
    if (this.isEnding || this.isFailing) return;
    this.isFailing = true;
    this.logger.warn(`MESSAGING.RELAY_WAITS: ${error instanceof Error ? error.message : String(error)}`);
  }
}
