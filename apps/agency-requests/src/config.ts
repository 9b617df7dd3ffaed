import { readKafkaConnection, type KafkaConnection } from '@mash/messaging';
import { needed, readServiceConfig, type ServiceConfig } from '@mash/service-host';

export interface AgencyRequestsConfig extends ServiceConfig {
  readonly kafka: KafkaConnection;
  readonly databaseUrl: string;
  /** How often requests past their time are looked for, in milliseconds. */
  readonly overduePollMs: number;
}

/** @throws ConfigError naming what is missing */
export function readAgencyRequestsConfig(env: NodeJS.ProcessEnv = process.env): AgencyRequestsConfig {
  return {
    ...readServiceConfig(env),
    kafka: readKafkaConnection(env),
    databaseUrl: needed(env, 'DATABASE_URL'),
    overduePollMs: Number(env['OVERDUE_POLL_MS'] ?? 15_000),
  };
}

export function readMigrationConfig(env: NodeJS.ProcessEnv = process.env): { ownerUrl: string; appRole: string } {
  return { ownerUrl: needed(env, 'OWNER_DATABASE_URL'), appRole: env['APP_ROLE'] ?? 'agency_requests_app' };
}
