import { Logger } from '@nestjs/common';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { Failure, PoisonPolicy } from '../dead-letters/poison-policy';
import { Backoff } from './backoff';
import type { Courier } from './courier';
import { isError } from './is-error';
import { MissingPatience } from './missing-patience';
import { isNotSeenYet } from './not-seen-yet';
import { isPassing } from './is-passing';
import type { OffsetLedger } from './offset-ledger';
import { rawMessage } from './raw-message';
import type { RawMessage } from './raw-message';
import { MOST_TRIES } from './transport-settings';
import type { TransportTiming } from './transport-settings';
import { UnreadableEvent } from './unreadable-event';

export interface PartitionWorkSettings {
  readonly courier: Courier;
  readonly policy: PoisonPolicy;
  readonly ledger: OffsetLedger;
  readonly timing: TransportTiming;
  readonly topicPrefix: string;
  /** So many messages of a partition are under way at once. More than one only where nothing parks behind another. */
  readonly together: number;
  /** True once the consumer is to end after the message in hand. */
  readonly isEnding: () => boolean;
}

/** A message is dealt with, or its partition has to wait this many milliseconds before it is tried again. */
type Outcome = 'done' | { readonly waitMs: number };

const placeOf = ({ topic, partition, offset }: RawMessage): string => `${topic}/${partition}/${offset}`;

/** The class of an error, and its code where it has one. Its message stays out of logs. */
function codeOf(error: unknown): string {
  if (!isError(error)) return 'failure';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

/** Works through the batches of each partition: in order, and never past a message that is not dealt with. */
export class PartitionWork {
  private readonly logger = new Logger('Reactions');
  private readonly passing: Backoff;
  private readonly tries = new Backoff(0, 0);
  private readonly missing: MissingPatience;
  private readonly resuming = new Set<NodeJS.Timeout>();

  constructor(private readonly settings: PartitionWorkSettings) {
    const { passingRetry, longestPassingRetry, longestMissing } = settings.timing;
    this.passing = new Backoff(passingRetry, longestPassingRetry);
    this.missing = new MissingPatience(longestMissing, longestPassingRetry);
  }

  /** For kafkajs's `eachBatch`. Throws only what kafkajs itself throws at a heartbeat: that is how it learns of a rebalance. */
  async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const topic = batch.topic.slice(this.settings.topicPrefix.length);
    let blocked: Set<string> | undefined;
    const blockedKeys = async () => (blocked ??= await this.settings.policy.blockedKeys(topic));
    for (let from = 0; from < batch.messages.length; from += this.settings.together) {
      if (!payload.isRunning() || payload.isStale() || this.settings.isEnding()) return;
      const messages = batch.messages.slice(from, from + this.settings.together);
      const waitMs = await this.workThrough(payload, messages, (message) =>
        this.attempt(rawMessage(topic, batch.partition, message), blockedKeys),
      );
      if (waitMs !== undefined) {
        this.pause(payload, waitMs);
        return;
      }
      await payload.heartbeat();
    }
  }

  /**
   * Begins all of them in order, and waits for all. What came after one that is not dealt with is delivered again with it.
   * @returns how long the partition has to wait; undefined where all is dealt with
   */
  private async workThrough(
    payload: EachBatchPayload,
    messages: readonly KafkaMessage[],
    attempt: (message: KafkaMessage) => Promise<Outcome>,
  ): Promise<number | undefined> {
    const outcomes = await Promise.all(messages.map(attempt));
    for (const [at, { offset }] of messages.entries()) {
      const outcome = outcomes[at];
      if (outcome !== undefined && outcome !== 'done') return outcome.waitMs;
      payload.resolveOffset(offset);
      this.settings.ledger.mark(payload.batch.topic, payload.batch.partition, offset);
    }
    return undefined;
  }

  /** Forgets the partitions that wait: the consumer is ending. */
  end(): void {
    for (const timer of this.resuming) clearTimeout(timer);
    this.resuming.clear();
  }

  private async attempt(raw: RawMessage, blockedKeys: () => Promise<Set<string>>): Promise<Outcome> {
    const { courier, policy } = this.settings;
    if (courier.ignores(raw)) return 'done';
    try {
      const blocked = await blockedKeys();
      if (blocked.has(raw.key)) {
        if (await policy.park(raw)) return 'done';
        blocked.delete(raw.key);
      }
      await courier.deliver(raw);
      this.succeed(raw);
      return 'done';
    } catch (error) {
      return this.fail(raw, error, blockedKeys);
    }
  }

  private async fail(raw: RawMessage, error: unknown, blockedKeys: () => Promise<Set<string>>): Promise<Outcome> {
    if (isNotSeenYet(error)) {
      if (!this.missing.isOver(raw)) return this.waitForItToPass(raw, error);
      return this.bury(raw, { error, tries: this.passing.count(placeOf(raw)) + 1 }, blockedKeys);
    }
    if (isPassing(error)) {
      this.missing.interrupt(raw);
      return this.waitForItToPass(raw, error);
    }
    const tries = this.tries.fail(placeOf(raw));
    if (!(error instanceof UnreadableEvent) && tries < MOST_TRIES) return { waitMs: this.settings.timing.poisonRetry };
    return this.bury(raw, { error, tries }, blockedKeys);
  }

  private async bury(raw: RawMessage, failure: Failure, blockedKeys: () => Promise<Set<string>>): Promise<Outcome> {
    try {
      await this.settings.policy.bury(raw, failure);
      (await blockedKeys()).add(raw.key);
      this.succeed(raw);
      return 'done';
    } catch (error) {
      this.missing.interrupt(raw);
      return this.waitForItToPass(raw, error); // not even the dead letter could be written: nothing may be skipped
    }
  }

  private waitForItToPass(raw: RawMessage, error: unknown): Outcome {
    const failures = this.passing.fail(placeOf(raw));
    const waitMs = this.passing.waitMs(placeOf(raw));
    if (failures === 1 || waitMs === this.settings.timing.longestPassingRetry) {
      const what = codeOf(error);
      this.logger.warn(
        `MESSAGING.WAITS ${placeOf(raw)} type=${raw.headers.type ?? 'unknown'} failures=${failures} ${what}`,
      );
    }
    return { waitMs };
  }

  private succeed(raw: RawMessage): void {
    this.tries.forget(placeOf(raw));
    this.passing.forget(placeOf(raw));
    this.missing.forget(raw);
  }

  /** Other partitions go on: a batch that slept here would hold up the fetching of all of them. */
  private pause(payload: EachBatchPayload, waitMs: number): void {
    const resume = payload.pause();
    const timer = setTimeout(() => {
      this.resuming.delete(timer);
      resume();
    }, waitMs);
    this.resuming.add(timer);
  }
}
