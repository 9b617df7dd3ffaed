import type { PersonActor } from '@mash/authorisation';
import { DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import type { EventContract, EventEnvelope } from '@mash/contracts';
import { Clock } from '@mash/service-host';
import type { Log } from '@mash/telemetry';
import {
  freshDatabase,
  freshTopicPrefix,
  issueTestTokens,
  MovableClock,
  startNeighbour,
  startTestService,
  testKafka,
} from '@mash/testing';
import type { Neighbour } from '@mash/testing';
import type { INestApplication } from '@nestjs/common';
import { Client } from 'pg';
import request from 'supertest';
import type { z } from 'zod';
import { AppModule } from '../src/app.module';
import { migrations } from '../src/persistence/migrations';
import { agencyRequestsTransport } from '../src/transport';
import { registerOf } from './agencies';

type Method = 'get' | 'post' | 'put' | 'delete';
type Ask = (method: Method, path: string, body?: object) => Promise<request.Response>;

/** The service on a database and topics of its own, with `sharing` as a stub and a clock that a test sets. */
export interface Requests {
  readonly app: INestApplication;
  readonly url: string;
  readonly appRole: string;
  readonly clock: MovableClock;
  readonly sharing: Neighbour;
  as(person: PersonActor): Ask;
  asSystem(scopes: string[], its?: { clientId?: string; claims?: Record<string, unknown> }): Ask;
  query<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Puts an event on Kafka as its own service's relay would. @returns the event's id */
  hear<C extends EventContract>(contract: C, data: z.infer<C['data']>, eventId?: string): Promise<string>;
  /** Whether a reaction has claimed the event. */
  hasHeard(eventId: string): Promise<boolean>;
  /** What this service announced of this type about an enquiry, oldest first. */
  events<Data = Record<string, unknown>>(contract: EventContract, enquiryId: string): Promise<EventEnvelope<Data>[]>;
  close(): Promise<void>;
}

const ANNOUNCED = `
  SELECT envelope FROM (SELECT seq, key, type, envelope FROM outbox UNION SELECT seq, key, type, envelope FROM outbox_archive) AS put_down
   WHERE type = $1 AND key = $2 ORDER BY seq`;

/** A Tuesday morning on which the hub is open. */
export const TUESDAY = '2026-11-24T10:00:00.000Z';

export async function startRequests({ log }: { log?: Log } = {}): Promise<Requests> {
  const [database, tokens, sharing] = await Promise.all([
    freshDatabase('agency-requests', migrations),
    issueTestTokens(),
    startNeighbour(),
  ]);
  sharing.says('/register/agencies', registerOf());
  const clock = new MovableClock(TUESDAY);
  const kafka = { brokers: testKafka(), topicPrefix: freshTopicPrefix() };
  const service = await startTestService({
    service: 'agency-requests',
    issuer: tokens.issuer,
    settings: { urls: { sharing: sharing.url }, clientId: 'agency-requests', ...(log && { log }) },
    module: AppModule.with({
      databaseUrl: database.appUrl,
      kafka: { brokers: kafka.brokers },
      topicPrefix: kafka.topicPrefix,
      overduePollMs: 3_600_000,
    }),
    transport: (app) => agencyRequestsTransport(app, kafka),
    replace: (builder) => builder.overrideProvider(Clock).useValue(clock),
  });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const query = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await owner.query<T>(sql, values)).rows;
  const asking =
    (token: Promise<string>): Ask =>
    async (method, path, body) => {
      const asked = request(service.url)
        [method](path)
        .set('Authorization', `Bearer ${await token}`);
      return body === undefined ? asked : asked.send(body);
    };

  return {
    app: service.app,
    url: service.url,
    appRole: database.appRole,
    clock,
    sharing,
    query,
    as: (person) => asking(tokens.tokenFor(person, 'agency-requests')),
    asSystem: (scopes, { clientId = 'sharing', claims = {} } = {}) =>
      asking(tokens.systemTokenFor(clientId, scopes, 'agency-requests', claims)),
    hear: async (contract, data, eventId = newId()) => {
      const { type, version, topic } = contract;
      const key = contract.key(data);
      const frame = { id: eventId, type, version, occurredAt: new Date().toISOString(), correlationId: key };
      const actor = { id: 'test', kind: 'system' };
      const envelope = JSON.stringify({ ...frame, partnershipId: DEMO_PARTNERSHIP, actor, data });
      const sql = 'INSERT INTO outbox (id, topic, key, type, version, envelope) VALUES ($1, $2, $3, $4, $5, $6)';
      await query(sql, [newId(), topic, key, type, version, envelope]);
      return eventId;
    },
    hasHeard: async (eventId) => (await query('SELECT 1 FROM inbox WHERE event_id = $1', [eventId])).length > 0,
    events: async <Data>({ type }: EventContract, enquiryId: string) =>
      (await query<{ envelope: EventEnvelope<Data> }>(ANNOUNCED, [type, enquiryId])).map(({ envelope }) => envelope),
    close: async () => {
      await service.close();
      await Promise.all([owner.end(), tokens.close(), sharing.close()]);
      await database.drop();
    },
  };
}
