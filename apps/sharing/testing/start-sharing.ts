import { randomBytes } from 'node:crypto';
import type { PersonActor } from '@mash/authorisation';
import { Clock } from '@mash/service-host';
import { EnvironmentKek, generateSigningKey, type KeyEncryption, type SigningPrivateKey } from '@mash/sealing';
import {
  freshDatabase,
  freshTopicPrefix,
  issueTestTokens,
  startTestService,
  testKafka,
  type FreshDatabase,
} from '@mash/testing';
import type { INestApplication } from '@nestjs/common';
import { Client } from 'pg';
import request from 'supertest';
import { AppModule, type SharingModuleSettings } from '../src/app.module';
import { FILE_THREAD, fileThread, type FileThread } from '../src/agreements/agreement-file-reader';
import { migrations } from '../src/persistence/migrations';
import { OtherServices } from './other-services';
import { RUN_TYPESCRIPT, startSharingProcess } from './sharing-process';

type Method = 'get' | 'post' | 'put';
type Ask = (method: Method, path: string, body?: object) => Promise<request.Response>;

/** The thread that reads a file compiles its TypeScript as it is read. */
export const testFileThread: FileThread = {
  ...fileThread(),
  ...{ execArgv: ['--require', RUN_TYPESCRIPT], mostMs: 60_000 },
};

/** When the console's key was exchanged for the one that it has. */
export const EXCHANGED_AT = new Date('2026-10-01T00:00:00.000Z');

/** The service on a database of its own, with the other services played by `others`. */
export interface Sharing {
  readonly app: INestApplication;
  readonly others: OtherServices;
  readonly consoleKey: SigningPrivateKey;
  /** By which the service itself signs. */
  readonly ownKey: SigningPrivateKey;
  /** The key that the console had until `EXCHANGED_AT`. */
  readonly earlierConsoleKey: SigningPrivateKey;
  readonly appRole: string;
  readonly database: FreshDatabase;
  readonly url: string;
  tokenOf(person: PersonActor): Promise<string>;
  as(person: PersonActor): Ask;
  /** Without any token. */
  asAnybody(path: string): Promise<request.Response>;
  /** A second instance on the same database, in this process: an application, a pool and a cache of its own. */
  another(
    keys?: Partial<Pick<SharingModuleSettings, 'signingKey' | 'earlierSigningKeys' | 'legalFrameCheck'>>,
  ): Promise<Pick<Sharing, 'as' | 'app' | 'close'>>;
  /** The service's own `main` as a second process, on the same database, broker, keys and neighbours: nothing of this process's memory is its. */
  anotherProcess(): Promise<Pick<Sharing, 'as' | 'asSystem' | 'close'> & { readonly pid: number }>;
  /** With whatever stands in a header. */
  asToken(token: string): Ask;
  asSystem(scopes: string[], its?: { clientId?: string; claims?: Record<string, unknown> }): Ask;
  /** As the owner of the database. */
  query<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  /** As the service itself, with its own grants. */
  queryAsApp(sql: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface SharingOptions {
  /** A key-encryption key of the test's own. */
  readonly keyEncryption?: KeyEncryption;
  /** The database of another instance, which drops it. */
  readonly database?: FreshDatabase;
  /** Where a test sets the time; the real one without it. */
  readonly clock?: { now(): Date };
}

export async function startSharing(options: SharingOptions = {}): Promise<Sharing> {
  const { clock } = options;
  const [database, tokens, others, own, ofConsole, earlier] = await Promise.all([
    options.database ?? freshDatabase('sharing', migrations),
    issueTestTokens(),
    OtherServices.start(),
    generateSigningKey(),
    generateSigningKey(),
    generateSigningKey(),
  ]);
  const servers = () => Promise.all([others.close(), tokens.close()]);
  const kek = randomBytes(32).toString('base64');
  const settings = {
    databaseUrl: database.appUrl,
    kafka: { brokers: testKafka() },
    topicPrefix: freshTopicPrefix(),
    keyEncryption: options.keyEncryption ?? new EnvironmentKek(kek),
    clockPollMs: 3_600_000,
    signingKey: own.privateKey,
    consoleKey: ofConsole.publicKey,
    earlierConsoleKeys: [{ key: earlier.publicKey, until: EXCHANGED_AT }],
  };
  const start = (keys: Partial<SharingModuleSettings> = {}) =>
    startTestService({
      service: 'sharing',
      issuer: tokens.issuer,
      settings: {
        urls: {
          'contact-intake': `${others.url}/contact-intake`,
          decision: `${others.url}/decision`,
          'agency-requests': `${others.url}/agency-requests`,
          audit: `${others.url}/audit`,
        },
        clientId: 'sharing',
        clientSecret: 'a-secret-of-a-test',
        bodyLimit: 4_000_000,
      },
      replace: (builder) => {
        const replaced = builder.overrideProvider(FILE_THREAD).useValue(testFileThread);
        return clock === undefined ? replaced : replaced.overrideProvider(Clock).useValue(clock);
      },
      module: AppModule.with({ ...settings, ...keys }),
    });
  const service = await start().catch(async (error: unknown) => {
    await servers();
    throw error;
  });
  const [owner, app] = [database.ownerUrl, database.appUrl].map((connectionString) => new Client({ connectionString }));
  if (owner === undefined || app === undefined) throw new Error('No database');
  await Promise.all([owner.connect(), app.connect()]);
  const asking =
    (url: string, token: Promise<string>): Ask =>
    async (method, path, body) => {
      const asked = request(url)
        [method](path)
        .set('Authorization', `Bearer ${await token}`);
      return body === undefined ? asked : asked.send(body);
    };
  const systemAt =
    (url: string): Sharing['asSystem'] =>
    (scopes, { clientId = 'web-console', claims = {} } = {}) =>
      asking(url, tokens.systemTokenFor(clientId, scopes, 'sharing', claims));
  return {
    ...{
      app: service.app,
      others,
      consoleKey: ofConsole.privateKey,
      ownKey: own.privateKey,
      earlierConsoleKey: earlier.privateKey,
    },
    ...{ appRole: database.appRole, database, url: service.url },
    tokenOf: (person) => tokens.tokenFor(person, 'sharing'),
    asToken: (token) => asking(service.url, Promise.resolve(token)),
    as: (person) => asking(service.url, tokens.tokenFor(person, 'sharing')),
    asAnybody: (path) => request(service.url).get(path),
    another: async (keys) => {
      const second = await start(keys);
      return {
        app: second.app,
        as: (person) => asking(second.url, tokens.tokenFor(person, 'sharing')),
        close: () => second.close(),
      };
    },
    anotherProcess: async () => {
      if (options.keyEncryption !== undefined) throw new Error('A process of its own reads its key from MASH_KEK');
      const { url, pid, close } = await startSharingProcess({
        ...{ DATABASE_URL: database.appUrl, KAFKA_BROKERS: testKafka().join(','), TOPIC_PREFIX: settings.topicPrefix },
        ...{ OIDC_ISSUER: tokens.issuer, SERVICE_CLIENT_ID: 'sharing', SERVICE_CLIENT_SECRET: 'a-secret-of-a-test' },
        ...{ CONTACT_INTAKE_URL: `${others.url}/contact-intake`, DECISION_URL: `${others.url}/decision` },
        ...{ AGENCY_REQUESTS_URL: `${others.url}/agency-requests`, AUDIT_URL: `${others.url}/audit` },
        ...{ MASH_KEK: kek, CLOCK_POLL_MS: String(settings.clockPollMs), LOG_LEVEL: 'warn' },
        SHARING_SIGNING_KEY: JSON.stringify(settings.signingKey),
        CONSOLE_PUBLIC_KEY: JSON.stringify(settings.consoleKey),
      });
      return { pid, close, as: (person) => asking(url, tokens.tokenFor(person, 'sharing')), asSystem: systemAt(url) };
    },
    asSystem: systemAt(service.url),
    query: async <T extends object>(sql: string, values: unknown[] = []) => (await owner.query<T>(sql, values)).rows,
    queryAsApp: (sql) => app.query(sql),
    close: async () => {
      await service.close();
      await Promise.all([owner.end(), app.end(), servers()]);
      if (options.database === undefined) await database.drop();
    },
  };
}
