import { readKafkaConnection, type KafkaConnection } from '@mash/messaging';
import { databaseNames } from '@mash/persistence';
import { needed, readServiceConfig, type ServiceConfig } from '@mash/service-host';
import { parseKey, SigningPrivateKey, SigningPublicKey } from '@mash/sealing';

export interface AuditConfig extends ServiceConfig {
  readonly kafka: KafkaConnection;
  readonly databaseUrl: string;
  /** Signs the heads of the log. */
  readonly signingKey: SigningPrivateKey;
}

/** @throws ConfigError, SealRefusal SEAL.KEY_MALFORMED */
export function readAuditConfig(env: NodeJS.ProcessEnv = process.env): AuditConfig {
  const config = readServiceConfig(env);
  const signingKey = parseKey(SigningPrivateKey, needed(env, 'AUDIT_SIGNING_KEY'));
  const kafka = readKafkaConnection(env);
  return { ...config, kafka, databaseUrl: needed(env, 'DATABASE_URL'), signingKey };
}

/** What the verifier needs: the public key alone checks an export, a database URL (app role) the log itself. */
export function readVerifierConfig(env: NodeJS.ProcessEnv = process.env): {
  publicKey: SigningPublicKey;
  databaseUrl: string | undefined;
} {
  const key = env['AUDIT_PUBLIC_KEY'] ?? env['AUDIT_SIGNING_KEY'] ?? needed(env, 'AUDIT_PUBLIC_KEY');
  return { publicKey: parseKey(SigningPublicKey, key), databaseUrl: env['DATABASE_URL'] };
}

export function readMigrationConfig(env: NodeJS.ProcessEnv = process.env): { ownerUrl: string; appRole: string } {
  const ownerUrl = needed(env, 'OWNER_DATABASE_URL');
  return { ownerUrl, appRole: env['APP_ROLE'] ?? databaseNames('audit').appRole };
}
