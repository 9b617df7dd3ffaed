import { readKafkaConnection, type KafkaConnection } from '@mash/messaging';
import { needed, readServiceConfig, type ServiceConfig } from '@mash/service-host';

export interface DecisionConfig extends ServiceConfig {
  readonly kafka: KafkaConnection;
  readonly databaseUrl: string;
  /** The pack that new enquiries are pinned to, at its newest version. */
  readonly packId: string;
  /** How often clocks are looked at for breaches, in milliseconds. */
  readonly clockPollMs: number;
}

/** @throws ConfigError, or an Error naming what is missing */
export function readDecisionConfig(env: NodeJS.ProcessEnv = process.env): DecisionConfig {
  return {
    ...readServiceConfig(env),
    kafka: readKafkaConnection(env),
    databaseUrl: needed(env, 'DATABASE_URL'),
    packId: env['PACK_ID'] ?? 'thurrock',
    clockPollMs: Number(env['CLOCK_POLL_MS'] ?? 15_000),
  };
}

export function readMigrationConfig(env: NodeJS.ProcessEnv = process.env): { ownerUrl: string; appRole: string } {
  return { ownerUrl: needed(env, 'OWNER_DATABASE_URL'), appRole: env['APP_ROLE'] ?? 'decision_app' };
}
