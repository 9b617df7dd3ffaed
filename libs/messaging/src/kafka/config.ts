import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { KafkaAccess, KafkaConnection } from './kafka-connection';

const brokers = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )
  .default([]);

const Environment = z.object({
  KAFKA_BROKERS: brokers,
  KAFKA_USERNAME: z.string().default(''),
  KAFKA_PASSWORD: z.string().default(''),
  KAFKA_TLS: z.enum(['on', 'off', ''], 'must be on or off').default('off'),
  KAFKA_CA_FILE: z.string().default(''),
});
type Environment = z.infer<typeof Environment>;

function accessOf({ KAFKA_USERNAME: username, KAFKA_PASSWORD: password }: Environment): KafkaAccess | undefined {
  if (username === '' && password === '') return undefined;
  if (username === '') throw new Error('Configuration: KAFKA_PASSWORD is set, and KAFKA_USERNAME is not');
  if (password === '') throw new Error('Configuration: KAFKA_USERNAME is set, and KAFKA_PASSWORD is not');
  return { username, password };
}

function tlsOf({ KAFKA_TLS, KAFKA_CA_FILE }: Environment): KafkaConnection['tls'] {
  if (KAFKA_TLS !== 'on') {
    if (KAFKA_CA_FILE !== '') throw new Error('Configuration: KAFKA_CA_FILE is set, and KAFKA_TLS is not on');
    return undefined;
  }
  return KAFKA_CA_FILE === '' ? {} : { ca: certificatesIn(KAFKA_CA_FILE) };
}

function certificatesIn(file: string): string {
  const pem = readOrNothing(file);
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw new Error('Configuration: KAFKA_CA_FILE must name a readable file of certificates (PEM)');
  }
  return pem;
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // reported by the caller, with the variable's name
  }
}

/**
 * Reads KAFKA_BROKERS, KAFKA_USERNAME with KAFKA_PASSWORD, KAFKA_TLS and KAFKA_CA_FILE, once, at start.
 * @throws Error where half is given or what is given cannot be; it names variables and never their values
 */
export function readKafkaConnection(env: NodeJS.ProcessEnv = process.env): KafkaConnection {
  const read = Environment.safeParse(env);
  if (!read.success) {
    throw new Error(
      `Configuration: ${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    );
  }
  return { brokers: read.data.KAFKA_BROKERS, access: accessOf(read.data), tls: tlsOf(read.data) };
}
