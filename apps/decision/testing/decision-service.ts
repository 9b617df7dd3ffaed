import { freshDatabase, freshTopicPrefix, issueTestTokens, startTestService, testKafka } from '@mash/testing';
import type { FreshDatabase, TestService, TestTokens } from '@mash/testing';
import type { PersonActor } from '@mash/authorisation';
import { Clock } from '@mash/service-host';
import { newId } from '@mash/contracts';
import { OutboxRelay } from '@mash/messaging';
import request, { type Response } from 'supertest';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module';
import { migrations } from '../src/persistence/migrations';
import { decisionTransport } from '../src/transport';
import { MovableClock } from './movable-clock';
import type { Story } from './story';

export interface SentEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** The decision service on real PostgreSQL and Kafka, with a clock that a test sets. */
export class DecisionService {
  private constructor(
    private readonly database: FreshDatabase,
    private readonly tokens: TestTokens,
    readonly service: TestService,
    readonly clock: MovableClock,
  ) {}

  static async start(now: string): Promise<DecisionService> {
    const [topicPrefix, kafka] = [freshTopicPrefix(), { brokers: testKafka() }];
    const [database, tokens, clock] = [
      await freshDatabase('decision', migrations),
      await issueTestTokens(),
      new MovableClock(now),
    ];
    const service = await startTestService({
      service: 'decision',
      issuer: tokens.issuer,
      module: AppModule.with({
        databaseUrl: database.appUrl,
        kafka,
        topicPrefix,
        packId: 'thurrock',
        clockPollMs: 3_600_000,
      }),
      transport: (app) => decisionTransport(app, { ...kafka, topicPrefix }),
      replace: (builder) => builder.overrideProvider(Clock).useValue(clock),
    });
    return new DecisionService(database, tokens, service, clock);
  }

  get db(): DataSource {
    return this.service.app.get(DataSource);
  }

  get appRole(): string {
    return this.database.appRole;
  }

  async stop(): Promise<void> {
    await this.service.close();
    await this.tokens.close();
    await this.database.drop();
  }

  async get(as: PersonActor, path: string): Promise<Response> {
    return request(this.service.url)
      .get(path)
      .set('Authorization', await this.bearer(as));
  }

  async post(as: PersonActor, path: string, body: object = {}): Promise<Response> {
    return request(this.service.url)
      .post(path)
      .set('Authorization', await this.bearer(as))
      .send(body);
  }

  async put(as: PersonActor, path: string, body: object): Promise<Response> {
    return request(this.service.url)
      .put(path)
      .set('Authorization', await this.bearer(as))
      .send(body);
  }

  /** Changes who may see an enquiry. @returns the status */
  async setAccess(as: PersonActor, story: Story, lists: object): Promise<number> {
    return (await this.put(as, story.path('/access'), await story.access(as, { ...lists }))).status;
  }

  async askAsSystem(
    path: string,
    body?: object,
    scopes = ['facts:read'],
    claims: Record<string, unknown> = {},
  ): Promise<Response> {
    const token = await this.tokens.systemTokenFor('sharing', scopes, 'decision', claims);
    const asked =
      body === undefined ? request(this.service.url).get(path) : request(this.service.url).post(path).send(body);
    return asked.set('Authorization', `Bearer ${token}`);
  }

  /** Puts an event on Kafka, as another service's relay would. */
  async hear({
    topic,
    key,
    type,
    envelope,
  }: {
    topic: string;
    key: string;
    type: string;
    envelope: object;
  }): Promise<void> {
    const sql = 'INSERT INTO outbox (id, topic, key, type, version, envelope) VALUES ($1, $2, $3, $4, 1, $5)';
    await this.db.query(sql, [newId(), topic, key, type, JSON.stringify(envelope)]);
  }

  /** What this service has announced about an enquiry, oldest first. */
  async announced(enquiryId: string, type: string): Promise<SentEvent[]> {
    const sql = `SELECT seq, envelope FROM outbox WHERE key = $1 AND type = $2
      UNION ALL SELECT seq, envelope FROM outbox_archive WHERE key = $1 AND type = $2 ORDER BY seq`;
    const rows = await this.db.query<{ envelope: string | SentEvent }[]>(sql, [enquiryId, type]);
    return rows.map(({ envelope }) => (typeof envelope === 'string' ? (JSON.parse(envelope) as SentEvent) : envelope));
  }

  /** Codes of the clocks of an enquiry that still run. */
  async clocksRunning(enquiryId: string): Promise<string[]> {
    const sql = 'SELECT code FROM clock WHERE enquiry_id = $1 AND met_at IS NULL ORDER BY code';
    return (await this.db.query<{ code: string }[]>(sql, [enquiryId])).map(({ code }) => code);
  }

  /** From now on nothing leaves for the audit service, and the oldest entry has waited for an hour. There is no way back. */
  async holdAuditBack(): Promise<void> {
    await this.service.app.get(OutboxRelay).stop();
    // What the relay had not sent yet when it was stopped is older by its number, and young: the oldest is the one that is looked at.
    await this.db.query(`DELETE FROM outbox WHERE topic = 'mash.audit.v1'`);
    const sql = `INSERT INTO outbox (id, topic, key, type, version, envelope, appended_at)
      VALUES ($1, 'mash.audit.v1', 'held', 'audit.audit-recorded', 1, '{}', now() - interval '1 hour')`;
    await this.db.query(sql, [newId()]);
  }

  private async bearer(as: PersonActor): Promise<string> {
    return `Bearer ${await this.tokens.tokenFor(as, 'decision')}`;
  }
}
