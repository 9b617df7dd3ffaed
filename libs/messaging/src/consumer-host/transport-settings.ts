import type { DataSource } from 'typeorm';
import type { TakeOpaque } from '../dead-letters/poison-policy';
import type { KafkaConnection } from '../kafka/kafka-connection';
import type { ReadableContract } from './event-reader';

export interface TransportSettings extends KafkaConnection {
  readonly service: string;
  /** The consumer group; also the name under which dead letters and parked events are kept. The service's name, where nothing is said. */
  readonly groupId?: string;
  /** Topics to read, as contracts name them: `mash.decision.v1`. Those of `topicAccess`, where nothing is said. */
  readonly topics?: readonly string[];
  /** Event types of these topics that this service deliberately does nothing about. Every other one needs a reaction. */
  readonly ignores?: readonly string[];
  /** The service's own database, where its reactions claim and where dead letters lie. */
  readonly dataSource: DataSource;
  /** In front of every topic and group name, so that several set-ups share one broker. */
  readonly topicPrefix?: string;
  /** Every released contract, where nothing is said. */
  readonly contracts?: readonly ReadableContract[];
  /** Where set, nothing is parked and nothing is a dead letter: what cannot be dealt with is handed here as bytes. For the audit log. */
  readonly takeOpaque?: TakeOpaque;
  /**
   * With `takeOpaque` only: so many messages of a partition are given to their reactions at once, in order, so that these can commit them together.
   * One after the other, where nothing is said.
   */
  readonly together?: number;
  /** False, where the operator makes the topics. */
  readonly createTopics?: boolean;
  readonly timing?: Partial<TransportTiming>;
}

/** Milliseconds, all of them. */
export interface TransportTiming {
  /** Between the tries of an event that may be poison. */
  readonly poisonRetry: number;
  /** Before the second try after a passing failure; doubled at each one more ... */
  readonly passingRetry: number;
  /** ... up to this. */
  readonly longestPassingRetry: number;
  /** An event waits so long for what another event should bring (`NotSeenYet`), and is a dead letter then. */
  readonly longestMissing: number;
  /** Between looks for what people have asked for with dead letters. */
  readonly replayPoll: number;
}

export const TIMING: TransportTiming = {
  poisonRetry: 50,
  passingRetry: 100,
  longestPassingRetry: 5_000,
  longestMissing: 600_000,
  replayPoll: 1_000,
};

/** Tries that an event has before it is taken for poison. */
export const MOST_TRIES = 4;
