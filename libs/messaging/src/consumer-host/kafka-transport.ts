import { allContracts, topicAccessOf } from '@mash/contracts';
import { Logger } from '@nestjs/common';
import { Server } from '@nestjs/microservices';
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import { DeadLetterPolicy, OpaquePolicy } from '../dead-letters/poison-policy';
import { Replay } from '../dead-letters/replay';
import { ensureTopics } from '../kafka/ensure-topics';
import { Courier } from './courier';
import { EventReader } from './event-reader';
import { isPassing } from './is-passing';
import { KafkaConsumerHost } from './kafka-consumer-host';
import { OffsetLedger } from './offset-ledger';
import { PartitionWork } from './partition-work';
import { Reactions } from './reactions';
import { Repeating } from './repeating';
import { TIMING } from './transport-settings';
import type { TransportSettings } from './transport-settings';
import { wiringFaults } from './wiring-check';

type Listening = (error?: unknown) => void;

/** Carries events from Kafka to a service's `@EventPattern` methods (libs/messaging/README.md). */
export class KafkaTransport extends Server implements CustomTransportStrategy {
  private readonly reactions = new Reactions();
  private readonly log = new Logger(KafkaTransport.name);
  private host: KafkaConsumerHost | undefined;
  private replays: Repeating | undefined;
  private isEnding = false;

  constructor(private readonly settings: TransportSettings) {
    super();
  }

  /** Nest hands over the reactions. Several to one type are kept apart, so that each of them is run and waited for. */
  override addHandler(pattern: unknown, callback: MessageHandler): void {
    this.reactions.add(this.normalizePattern(pattern as string), callback);
  }

  /** Calls back when the group has been joined, or with what went wrong. */
  override listen(callback: Listening): void {
    this.start().then(
      () => callback(),
      (error: unknown) => callback(error),
    );
  }

  override async close(): Promise<void> {
    this.isEnding = true;
    await this.replays?.end();
    await this.host?.stop();
  }

  override on(): never {
    throw new Error('MESSAGING.NOT_SUPPORTED: the transport has no events of its own; see messagingIndicator');
  }

  override unwrap(): never {
    throw new Error('MESSAGING.NOT_SUPPORTED: nobody outside this folder knows what carries the events');
  }

  private get consumerName(): string {
    return this.settings.groupId ?? this.settings.service;
  }

  private get topics(): readonly string[] {
    return this.settings.topics ?? topicAccessOf(this.settings.service).reads;
  }

  private async start(): Promise<void> {
    const { topicPrefix = '', createTopics = true } = this.settings;
    const { topics } = this;
    this.checkWiring();
    if (topics.length === 0) return;
    if (createTopics) await ensureTopics(this.settings, { topics, topicPrefix });
    const courier = this.courier();
    this.host = this.consumerHost(courier);
    await this.host.start();
    const replay = new Replay(this.settings.dataSource, this.consumerName, (raw) => courier.deliver(raw));
    const every = this.settings.timing?.replayPoll ?? TIMING.replayPoll;
    this.replays = new Repeating(
      every,
      () => replay.settleAsked(),
      (error) => this.reportReplay(error),
    );
  }

  private checkWiring(): void {
    const { ignores = [], contracts = allContracts } = this.settings;
    const faults = wiringFaults({ topics: this.topics, handled: this.reactions.types, ignored: ignores, contracts });
    if (faults.length > 0) throw new Error(`MESSAGING.WIRING: ${faults.join('; ')}`);
  }

  private courier(): Courier {
    const { contracts = allContracts, ignores = [] } = this.settings;
    return new Courier(this.consumerName, new EventReader(contracts), this.reactions, new Set(ignores));
  }

  private consumerHost(courier: Courier): KafkaConsumerHost {
    const {
      service,
      brokers,
      access,
      tls,
      dataSource,
      topicPrefix = '',
      takeOpaque,
      together = 1,
      timing,
    } = this.settings;
    const ledger = new OffsetLedger();
    const policy =
      takeOpaque === undefined
        ? new DeadLetterPolicy(dataSource, this.consumerName)
        : new OpaquePolicy(this.consumerName, takeOpaque);
    const work = new PartitionWork({
      courier,
      policy,
      ledger,
      topicPrefix,
      together: takeOpaque === undefined ? 1 : together,
      timing: { ...TIMING, ...timing },
      isEnding: () => this.isEnding,
    });
    return new KafkaConsumerHost({
      brokers,
      access,
      tls,
      clientId: service,
      groupId: topicPrefix + this.consumerName,
      topics: this.topics.map((topic) => topicPrefix + topic),
      work,
      ledger,
    });
  }

  private reportReplay(error: unknown): void {
    const what = error instanceof Error ? error.name : 'failure';
    this.log.warn(`MESSAGING.REPLAY_WAITS: ${what}${isPassing(error) ? '' : ', which does not look like passing'}`);
  }
}

/** The transport for `app.connectMicroservice({ strategy }, { inheritAppConfig: true })` in a service's start. */
export const createKafkaTransport = (settings: TransportSettings): KafkaTransport => new KafkaTransport(settings);
