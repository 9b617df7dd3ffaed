import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface ComposeBroker {
  /** Where services come in, as in `docker-compose.yml`. */
  readonly port: number;
  readonly controllerPort: number;
  /** The container's own loopback, as in `docker-compose.yml`. */
  readonly localPort: number;
  readonly folder: string;
}

const COMPOSE = join(__dirname, '..', '..', '..', '..', 'docker-compose.yml');

interface ComposeFile {
  readonly services: { readonly kafka: { readonly environment: Record<string, string> } };
}

/** The name of a setting, from that of its variable: as the image apache/kafka reads it. */
const propertyOf = (variable: string): string =>
  variable.slice('KAFKA_'.length).toLowerCase().replaceAll('_', '.').replaceAll('...', '-').replaceAll('..', '_');

/** The settings of the broker of `docker-compose.yml`, on this machine's loopback and other ports: the same rules about who is let in. */
export function composeBrokerProperties({ port, controllerPort, localPort, folder }: ComposeBroker): string {
  const { environment } = (parse(readFileSync(COMPOSE, 'utf8')) as ComposeFile).services.kafka;
  const here = (value: string): string =>
    value
      .replace('SERVICES://:', 'SERVICES://127.0.0.1:')
      .replace('SERVICES://kafka:', 'SERVICES://127.0.0.1:')
      .replaceAll(':9092', `:${port}`)
      .replaceAll(':9093', `:${controllerPort}`)
      .replaceAll(':9094', `:${localPort}`);
  return Object.entries(environment)
    .filter(([name]) => name.startsWith('KAFKA_') && name !== 'KAFKA_HEAP_OPTS')
    .map(([name, value]) => `${propertyOf(name)}=${name === 'KAFKA_LOG_DIRS' ? `${folder}/data` : here(value)}`)
    .join('\n');
}
