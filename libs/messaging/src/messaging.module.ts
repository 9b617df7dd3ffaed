import { topicAccessOf } from '@mash/contracts';
import { Inject, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown, DynamicModule, OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DeadLetters } from './dead-letters/dead-letters';
import { Inbox } from './inbox/inbox';
import type { KafkaConnection } from './kafka/kafka-connection';
import { Outbox } from './outbox/outbox';
import { OutboxRelay } from './relay/outbox-relay';

export interface MessagingSettings extends KafkaConnection {
  readonly service: string;
  /** In front of every topic name, so that several set-ups share one broker. */
  readonly topicPrefix?: string;
  /** Topics that this service writes: those of `topicAccess`, where nothing is said. */
  readonly topics?: readonly string[];
  /** False, where the operator makes the topics. */
  readonly createTopics?: boolean;
  /** The service's name, where nothing is said. */
  readonly clientId?: string;
}

function relayFor(settings: MessagingSettings, dataSource: DataSource): OutboxRelay {
  const { service, brokers, access, tls, topicPrefix = '', createTopics = true, clientId = service } = settings;
  const { options } = dataSource;
  if (options.type !== 'postgres' || options.url === undefined) {
    throw new Error('MESSAGING.NO_DATABASE_URL: the relay needs the URL of the service database');
  }
  const topics = settings.topics ?? topicAccessOf(service).writes;
  return new OutboxRelay({
    service,
    databaseUrl: options.url,
    brokers,
    access,
    tls,
    clientId: `${clientId}-relay`,
    topicPrefix,
    topics: createTopics ? topics : [],
  });
}

/** A service's outbox, inbox, dead letters and relay. Needs `PersistenceModule`. Import once, in the app module. */
@Module({})
export class MessagingModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(OutboxRelay) private readonly relay: OutboxRelay) {}

  static forService(settings: MessagingSettings): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        Outbox,
        Inbox,
        DeadLetters,
        {
          provide: OutboxRelay,
          inject: [DataSource],
          useFactory: (dataSource: DataSource): OutboxRelay => relayFor(settings, dataSource),
        },
      ],
      exports: [Outbox, Inbox, DeadLetters, OutboxRelay],
    };
  }

  onApplicationBootstrap(): void {
    this.relay.start();
  }

  /** Before the database connections close. What is left in the outbox is sent after the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }
}
