import { randomUUID } from 'node:crypto';
import { PersistenceModule, UnitOfWork } from '@mash/persistence';
import { Logger } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { KeepRealErrorFilter } from '../consumer-host/keep-real-error.filter';
import { createKafkaTransport } from '../consumer-host/kafka-transport';
import type { TransportSettings } from '../consumer-host/transport-settings';
import { DeadLetters } from '../dead-letters/dead-letters';
import { MessagingModule } from '../messaging.module';
import type { EventContext } from '../outbox/event-context';
import { Outbox } from '../outbox/outbox';
import { StepPlannedV1, StepTakenV1 } from './fixture.contracts';
import { Mood, NoteStepWhenTaken } from './note-step.reaction';

export const SERVICE = 'fixture';

export const someContext = (): EventContext => ({
  partnershipId: '01980000-0000-7000-8000-000000000001',
  correlationId: randomUUID(),
  actor: { id: 'fixture', kind: 'system' },
});

export interface TestServiceSettings extends Partial<TransportSettings> {
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
}

export interface Effect {
  readonly enquiryId: string;
  readonly n: number;
}

/** A whole service in this process: outbox, relay, Kafka, one reaction. */
export class TestService {
  private constructor(readonly app: INestApplication) {}

  static async start(settings: TestServiceSettings): Promise<TestService> {
    const { databaseUrl, brokers, access, tls, topicPrefix, ...transport } = settings;
    const kafka = { service: SERVICE, brokers, access, tls, topicPrefix };
    const testing = await Test.createTestingModule({
      imports: [
        PersistenceModule.forService({ url: databaseUrl, poolSize: 12 }),
        MessagingModule.forService({ ...kafka, topics: [StepTakenV1.topic] }),
      ],
      controllers: [NoteStepWhenTaken],
      providers: [Mood],
    }).compile();
    const app = testing.createNestApplication();
    Logger.overrideLogger(false);
    app.useGlobalFilters(new KeepRealErrorFilter());
    const strategy = createKafkaTransport({
      ...kafka,
      topics: [StepTakenV1.topic],
      contracts: [StepTakenV1, StepPlannedV1],
      ignores: [StepPlannedV1.type],
      dataSource: app.get(DataSource),
      timing: { replayPoll: 100 },
      ...transport,
    });
    app.connectMicroservice({ strategy }, { inheritAppConfig: true });
    try {
      await app.startAllMicroservices();
      await app.init();
    } catch (error) {
      await app.close();
      throw error;
    }
    return new TestService(app);
  }

  get mood(): Mood {
    return this.app.get(Mood);
  }

  get deadLetters(): DeadLetters {
    return this.app.get(DeadLetters);
  }

  get dataSource(): DataSource {
    return this.app.get(DataSource);
  }

  /** Appends one step in a transaction of its own; the event's id. */
  async take(enquiryId: string, n: number): Promise<string> {
    const { id } = await this.app
      .get(UnitOfWork)
      .run((tx) => this.app.get(Outbox).append(tx, StepTakenV1, { enquiryId, n }, someContext()));
    return id;
  }

  /** What the reaction has done, in order. */
  effects(): Promise<Effect[]> {
    return this.dataSource.query<Effect[]>('SELECT enquiry_id AS "enquiryId", n FROM effect ORDER BY seq');
  }

  /** The steps that have been noted for one enquiry, in order. */
  async stepsOf(enquiryId: string): Promise<number[]> {
    return (await this.effects()).filter((effect) => effect.enquiryId === enquiryId).map(({ n }) => n);
  }

  async stop(): Promise<void> {
    await this.app.close();
  }
}
