/**
 * In a container, once, before the services: makes databases, roles and topics, says who may write and read which topic, and brings every
 * schema up to date.
 * Reads POSTGRES_ADDRESS (host:port), POSTGRES_PASSWORD, <SERVICE>_OWNER_PASSWORD, <SERVICE>_APP_PASSWORD, KAFKA_BROKERS, and
 * KAFKA_USERNAME and KAFKA_PASSWORD of Kafka's administrator.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { databaseName } from './platform/databases.mjs';
import { migrationOf, servicesWithDatabase } from './platform/services.mjs';

const { POSTGRES_ADDRESS, POSTGRES_PASSWORD } = process.env;
const run = (file, env, args = []) =>
  execFileSync(process.execPath, [file, ...args], { env: { ...process.env, ...env }, stdio: 'inherit' });
const script = (name) => fileURLToPath(new URL(`./platform/${name}`, import.meta.url));
const password = (service, role) => process.env[`${service.toUpperCase().replaceAll('-', '_')}_${role}_PASSWORD`];
const url = (user, secret, database) => `postgres://${user}:${secret}@${POSTGRES_ADDRESS}/${database}`;

const databases = servicesWithDatabase().map(({ name }) => ({
  service: name,
  ownerPassword: password(name, 'OWNER'),
  appPassword: password(name, 'APP'),
}));
const adminUrl = url('postgres', POSTGRES_PASSWORD, 'postgres');
run(script('provision-databases.mjs'), { PROVISION: JSON.stringify({ adminUrl, databases }) });

for (const service of servicesWithDatabase()) {
  const database = databaseName(service.name);
  const owner = url(`${database}_owner`, password(service.name, 'OWNER'), database);
  run(migrationOf(service), { SERVICE: service.name, OWNER_DATABASE_URL: owner });
}
run(script('create-topics.mjs'), {});
run(fileURLToPath(new URL('./kafka-acls.mjs', import.meta.url)), {}, ['--apply']);
