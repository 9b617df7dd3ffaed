import type { DataSource } from 'typeorm';
import type { RawMessage } from '../consumer-host/raw-message';
import { alertOfDeadLetter } from './alert';
import { bury } from './bury';
import { failureReason } from './failure-reason';
import { lockKey } from './key-lock';
import { Parking } from './parking';

export interface Failure {
  readonly error: unknown;
  readonly tries: number;
}

/** What a consumer does with events that always fail. */
export interface PoisonPolicy {
  /** The keys of a topic whose events wait at this moment. */
  blockedKeys(topic: string): Promise<Set<string>>;
  /** Puts a message of such a key aside; false where its key waits no more. */
  park(raw: RawMessage): Promise<boolean>;
  /** Puts a poison message aside for good. */
  bury(raw: RawMessage, failure: Failure): Promise<void>;
}

/** Ordinary consumers: a dead letter, an alert, and later events of its key parked behind it. */
export class DeadLetterPolicy implements PoisonPolicy {
  private readonly parking: Parking;

  constructor(
    private readonly dataSource: DataSource,
    private readonly consumer: string,
  ) {
    this.parking = new Parking(dataSource, consumer);
  }

  blockedKeys(topic: string): Promise<Set<string>> {
    return this.parking.blockedKeys(topic);
  }

  park(raw: RawMessage): Promise<boolean> {
    return this.parking.park(raw);
  }

  async bury(raw: RawMessage, failure: Failure): Promise<void> {
    const { consumer } = this;
    const why = await this.dataSource.transaction(async (tx) => {
      await lockKey(tx, { consumer, topic: raw.topic, key: raw.key });
      return bury(tx, consumer, raw, failure);
    });
    alertOfDeadLetter(consumer, raw, why);
  }
}

/** Takes a message that cannot be read or dealt with, as bytes. */
export type TakeOpaque = (raw: RawMessage) => Promise<void>;

/** The audit log: nothing parks. What cannot be read is handed on as opaque bytes, with an alert. */
export class OpaquePolicy implements PoisonPolicy {
  constructor(
    private readonly consumer: string,
    private readonly takeOpaque: TakeOpaque,
  ) {}

  blockedKeys(): Promise<Set<string>> {
    return Promise.resolve(new Set<string>());
  }

  park(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async bury(raw: RawMessage, { error }: Failure): Promise<void> {
    await this.takeOpaque(raw);
    alertOfDeadLetter(this.consumer, raw, failureReason(error));
  }
}
