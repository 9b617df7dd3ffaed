import { generateSigningKey, type SigningPrivateKey } from '@mash/sealing';
import type { PersonActor } from '@mash/authorisation';
import type { EventEnvelope } from '@mash/contracts';
import type { Log } from '@mash/telemetry';
import { freshDatabase, freshTopicPrefix, issueTestTokens, startTestService, testKafka } from '@mash/testing';
import type { INestApplication } from '@nestjs/common';
import { Client } from 'pg';
import request from 'supertest';
import { AppModule } from '../src/app.module';
import { migrations } from '../src/persistence/migrations/all-migrations';
import { intakeTransport } from '../src/transport';

type Method = 'get' | 'post' | 'put' | 'delete';
type Ask = (method: Method, path: string, body?: object, headers?: Record<string, string>) => Promise<request.Response>;

/** The service on a database of its own, with tokens for whoever a test needs. */
export interface Intake {
  readonly app: INestApplication;
  readonly url: string;
  readonly topicPrefix: string;
  /** The key by which `sharing` signs leases. */
  readonly sharingKey: SigningPrivateKey;
  readonly appRole: string;
  /** Asks as this person. */
  as(person: PersonActor): Ask;
  /** Asks as a system with these scopes. */
  asSystem(scopes: string[], claims?: Record<string, unknown>): Ask;
  /** Runs a query as the owner: tests look where the app may not. */
  query<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Every event of this type that has been put down, sent or not, oldest first. */
  events<Data = Record<string, unknown>>(type: string, enquiryId?: string): Promise<EventEnvelope<Data>[]>;
  close(): Promise<void>;
}

const EVENTS = `
  SELECT envelope FROM (SELECT id, type, envelope FROM outbox UNION SELECT id, type, envelope FROM outbox_archive) AS put_down
   WHERE type = $1 AND ($2::text IS NULL OR envelope -> 'data' ->> 'enquiryId' = $2)
   ORDER BY envelope ->> 'occurredAt', id`;

/** Starts the whole service: HTTP, outbox relay and, if asked, its reactions on Kafka. */
export async function startIntake({
  reactions = false,
  log,
}: { reactions?: boolean; log?: Log } = {}): Promise<Intake> {
  const [database, tokens, ofSharing] = await Promise.all([
    freshDatabase('contact-intake', migrations),
    issueTestTokens(),
    generateSigningKey(),
  ]);
  const settings = { brokers: testKafka(), topicPrefix: freshTopicPrefix() };
  const service = await startTestService({
    service: 'contact-intake',
    issuer: tokens.issuer,
    ...(log === undefined ? {} : { settings: { log } }),
    module: AppModule.with({
      databaseUrl: database.appUrl,
      kafka: { brokers: settings.brokers },
      topicPrefix: settings.topicPrefix,
      consoleUrl: 'http://console.test',
      sharingKey: ofSharing.publicKey,
    }),
    ...(reactions ? { transport: (app) => intakeTransport(app, settings) } : {}),
  });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();

  const asking =
    (token: Promise<string>): Ask =>
    async (method, path, body, headers = {}) => {
      const asked = request(service.url)
        [method](path)
        .set('Authorization', `Bearer ${await token}`)
        .set(headers);
      return body === undefined ? asked : asked.send(body);
    };

  const query = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await owner.query<T>(sql, values)).rows;

  return {
    app: service.app,
    url: service.url,
    topicPrefix: settings.topicPrefix,
    sharingKey: ofSharing.privateKey,
    appRole: database.appRole,
    as: (person) => asking(tokens.tokenFor(person, 'contact-intake')),
    asSystem: (scopes, claims) => asking(tokens.systemTokenFor('school-system', scopes, 'contact-intake', claims)),
    query,
    events: async <Data>(type: string, enquiryId?: string) => {
      const rows = await query<{ envelope: EventEnvelope<Data> }>(EVENTS, [type, enquiryId ?? null]);
      return rows.map(({ envelope }) => envelope);
    },
    close: async () => {
      await service.close();
      await owner.end();
      await tokens.close();
      await database.drop();
    },
  };
}
