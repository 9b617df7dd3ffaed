import { join } from 'node:path';
import { runToEnd, startChild } from './children.mjs';
import { adminUrl, databaseUrl } from './databases.mjs';
import { inheritedEnvironment, serviceEnvironment } from './environment.mjs';
import { root } from './root.mjs';
import { waitForHttp } from './ready.mjs';
import { entryOf, migrationOf, requireBuilt, services, servicesWithDatabase } from './services.mjs';

const orphanGuard = join(root, 'tools', 'platform', 'end-with-the-launcher.cjs');

/** Runs one of our own scripts or a service's command to its end. */
function runNode(platform, name, file, env) {
  return runToEnd({
    name,
    command: process.execPath,
    args: [file],
    env,
    cwd: root,
    log: join(platform.logs, `${name.replaceAll(' ', '-')}.log`),
    onStart: platform.watchToEnd,
  });
}

/** Makes databases and roles and brings every service's schema up to date. PostgreSQL runs. */
export async function prepareDatabases(platform) {
  requireBuilt();
  const databases = servicesWithDatabase().map(({ name }) => {
    const { owner, app } = platform.secrets.databases[name];
    return { service: name, ownerPassword: owner, appPassword: app };
  });
  const provision = JSON.stringify({ adminUrl: adminUrl(platform), databases });
  const script = join(root, 'tools', 'platform', 'provision-databases.mjs');
  await runNode(platform, 'provision databases', script, { ...inheritedEnvironment(), PROVISION: provision });

  const waiting = servicesWithDatabase();
  const migrateOneByOne = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await migrate(platform, next);
  };
  await Promise.all([migrateOneByOne(), migrateOneByOne()]);
}

function migrate(platform, service) {
  const owner = { OWNER_DATABASE_URL: databaseUrl(platform, service.name, 'owner') };
  return runNode(platform, `migrate ${service.name}`, migrationOf(service), {
    ...serviceEnvironment(service, platform),
    ...owner,
  });
}

/** Creates the topics. Kafka runs. */
export function prepareTopics(platform) {
  const env = { ...inheritedEnvironment(), KAFKA_BROKERS: platform.brokers, TOPIC_PREFIX: platform.topicPrefix };
  return runNode(platform, 'create topics', join(root, 'tools', 'platform', 'create-topics.mjs'), env);
}

/** Starts every service side by side and waits until each is ready. */
export const startServices = (platform) =>
  Promise.all(services.map((service) => startService(platform, service))).then(() => undefined);

/** Starts one service and waits until it is ready. */
export function startService(platform, service) {
  const child = startChild({
    name: service.name,
    command: process.execPath,
    args: [
      `--max-old-space-size=${service.heapMb}`,
      '--max-semi-space-size=2',
      '--require',
      orphanGuard,
      entryOf(service),
    ],
    env: serviceEnvironment(service, platform),
    cwd: root,
    log: join(platform.logs, `${service.name}.log`),
    channel: true,
  });
  platform.watch(child, { graceMs: 10_000 });
  return waitForHttp(`http://localhost:${platform.ports[service.name]}/health/ready`, child, 90);
}
