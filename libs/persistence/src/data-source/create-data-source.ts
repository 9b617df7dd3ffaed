import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import { PreparingClient } from './prepared';

export interface DataSourceSettings {
  /** `postgres://role:password@host:port/database`. */
  readonly url: string;
  readonly entities?: DataSourceOptions['entities'];
  readonly migrations?: DataSourceOptions['migrations'];
  /** Most connections held at once; 10 where nothing is said. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`, so that an operator can tell whose connection it is. */
  readonly applicationName?: string;
  /** Settings of the PostgreSQL session, by name: `{ 'mash.app_role': 'decision_app' }`. */
  readonly session?: Readonly<Record<string, string>>;
}

const DEFAULT_POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/** A transaction that was forgotten must not hold its locks for ever. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** Most connections that this data source holds at once. */
export const poolSizeOf = ({ options }: DataSource): number => options.poolSize ?? DEFAULT_POOL_SIZE;

const logger = new Logger('Database');

/** An idle connection broke: the pool has dropped it already, and the next question opens another. */
const noteLostConnection = (error: Error): void => logger.warn(`PERSISTENCE.CONNECTION_LOST: ${error.message}`);

const sessionOptions = (session: Readonly<Record<string, string>>): string =>
  Object.entries(session)
    .map(([name, value]) => `-c ${name}=${value.replaceAll('\\', '\\\\').replaceAll(' ', '\\ ')}`)
    .join(' ');

/**
 * A TypeORM data source on PostgreSQL that changes no schema by itself: tables come from migrations, run by the owner role.
 * It is not connected yet; `initialize()` does that, and throws where the database cannot be reached within 5 seconds.
 */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    ...(settings.entities === undefined ? {} : { entities: settings.entities }),
    ...(settings.migrations === undefined ? {} : { migrations: settings.migrations }),
    synchronize: false,
    migrationsRun: false,
    migrationsTransactionMode: 'each',
    logging: false,
    installExtensions: false,
    poolSize: settings.poolSize ?? DEFAULT_POOL_SIZE,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    poolErrorHandler: noteLostConnection,
    applicationName: settings.applicationName ?? 'mash',
    extra: {
      Client: PreparingClient,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      keepAlive: true,
      ...(settings.session === undefined ? {} : { options: sessionOptions(settings.session) }),
    },
  });
}
