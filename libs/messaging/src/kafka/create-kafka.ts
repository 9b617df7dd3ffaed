import { Logger } from '@nestjs/common';
import { Kafka, logLevel } from 'kafkajs';
import type { KafkaConfig, LogEntry } from 'kafkajs';
import type { KafkaConnection } from './kafka-connection';

/** For ever, soon and never far apart: a consumer is back 0.6 s after its broker (by default 10 s). Set always: kafkajs has others under test. */
export const RETRY_FOR_EVER = { retries: 2_147_483_647, initialRetryTime: 100, maxRetryTime: 1_000 } as const;

const logger = new Logger('Kafka');

/** Levels are lowered by one step: a broker that is away is kafkajs's own to retry, and its errors are not ours to act on. */
function log({ level, namespace, log: { message, error } }: LogEntry): void {
  const line = `${namespace} ${message}${typeof error === 'string' ? `: ${error}` : ''}`;
  if (level === logLevel.ERROR) logger.warn(line);
  else logger.debug(line);
}

export interface KafkaSettings extends KafkaConnection {
  /** Where the caller has a loop of its own, fewer tries than for ever. */
  readonly retries?: number;
  readonly clientId: string;
}

/** Undefined settings are left out: kafkajs takes a key that is there for a wish. */
function identityOf({ access, tls }: KafkaConnection): Pick<KafkaConfig, 'sasl' | 'ssl'> {
  return {
    ...(access && { sasl: { mechanism: 'scram-sha-512', ...access } }),
    ...(tls && { ssl: tls.ca === undefined ? true : { ca: [tls.ca] } }),
  };
}

/** A kafkajs client as every part of the platform uses it: it tries for ever, comes as this service's user where there is one, and logs as we do. */
export const createKafka = ({ clientId, retries, ...connection }: KafkaSettings): Kafka =>
  new Kafka({
    ...identityOf(connection),
    brokers: [...connection.brokers],
    clientId,
    retry: { ...RETRY_FOR_EVER, ...(retries === undefined ? {} : { retries }) },
    connectionTimeout: 3_000,
    logLevel: logLevel.WARN,
    logCreator: () => log,
  });
