import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Consumer } from 'kafkajs';
import { RETRY_FOR_EVER, createKafka } from '../kafka/create-kafka';
import type { KafkaConnection } from '../kafka/kafka-connection';
import type { OffsetLedger } from './offset-ledger';
import type { PartitionWork } from './partition-work';
import { Pulse } from './pulse';
import { Repeating } from './repeating';

export interface ConsumerHostSettings extends KafkaConnection {
  readonly clientId: string;
  readonly groupId: string;
  /** With the prefix of the set-up. */
  readonly topics: readonly string[];
  readonly work: PartitionWork;
  readonly ledger: OffsetLedger;
}

const SESSION_MS = 6_000; // the broker's floor: a killed consumer's successor starts after 4.5 s
const HEARTBEAT_MS = 1_000;
const MOST_WAIT_MS = 250; // from SIGTERM to the successor 0.7 s; by default 4.2 s
const COMMIT_EVERY_MS = 500; // off the hot path: the inbox absorbs what is delivered again
const GOODBYE_PATIENCE_MS = 3_000;

/** One kafkajs consumer: joins, reads, commits what has been dealt with, and leaves. */
export class KafkaConsumerHost {
  private readonly logger = new Logger(KafkaConsumerHost.name);
  private readonly consumer: Consumer;
  private readonly pulse: Pulse;
  private readonly batches = new Set<Promise<void>>();
  private commits: Repeating | undefined;

  constructor(private readonly settings: ConsumerHostSettings) {
    const { brokers, access, tls, clientId, groupId, ledger } = settings;
    this.consumer = createKafka({ brokers, access, tls, clientId }).consumer({
      groupId,
      sessionTimeout: SESSION_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: MOST_WAIT_MS,
      allowAutoTopicCreation: false,
      retry: RETRY_FOR_EVER,
    });
    this.pulse = new Pulse(this.consumer, 2 * SESSION_MS);
    this.consumer.on(this.consumer.events.GROUP_JOIN, ({ payload }) => ledger.keepOnly(payload.memberAssignment));
  }

  /**
   * Resolves when the group has been joined, so that nothing that is sent from then on waits for a rebalance.
   * @throws Error MESSAGING.CONSUMER_REFUSED where kafkajs gives joining up: this user may not be in the group
   */
  async start(): Promise<void> {
    const joined = this.joined();
    joined.catch(() => undefined); // waited for below, after what may fail before it
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...this.settings.topics], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: (payload) => this.remember(this.settings.work.eachBatch(payload)),
    });
    await joined;
    this.commits = new Repeating(
      COMMIT_EVERY_MS,
      () => this.commit(),
      (error) => this.reportCommit(error),
    );
  }

  /** kafkajs does not throw where it gives up while it joins: it only tells. */
  private joined(): Promise<void> {
    const { GROUP_JOIN, CRASH } = this.consumer.events;
    return new Promise((resolve, reject) => {
      this.consumer.on(GROUP_JOIN, () => resolve());
      this.consumer.on(CRASH, ({ payload: { restart, error } }) => {
        if (!restart) reject(new Error(`MESSAGING.CONSUMER_REFUSED: ${error.message}`));
      });
    });
  }

  /** Lets the messages in hand end, commits, and says goodbye to the group; a broker that is away is not waited for. */
  async stop(): Promise<void> {
    this.settings.work.end();
    await Promise.allSettled(this.batches);
    const goodbye = async (): Promise<void> => {
      await this.commits?.end();
      await this.commit().catch((error: unknown) => this.reportCommit(error));
      await this.consumer.disconnect();
    };
    const patience = new AbortController();
    await Promise.race([goodbye(), wait(GOODBYE_PATIENCE_MS, undefined, { signal: patience.signal, ref: false })]);
    patience.abort();
    this.pulse.end();
  }

  private async remember(batch: Promise<void>): Promise<void> {
    this.batches.add(batch);
    try {
      await batch;
    } finally {
      this.batches.delete(batch);
    }
  }

  private async commit(): Promise<void> {
    const offsets = this.settings.ledger.take();
    if (offsets.length === 0) return;
    try {
      await this.consumer.commitOffsets(offsets);
    } catch (error) {
      this.settings.ledger.restore(offsets);
      throw error;
    }
  }

  /** A rebalance or a broker that is away: the next commit covers it, and until then redelivery is absorbed. */
  private reportCommit(error: unknown): void {
    this.logger.debug(`MESSAGING.COMMIT_LATER: ${error instanceof Error ? error.message : String(error)}`);
  }
}
