import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adminUrl, databaseUrl } from '../platform/databases.mjs';
import { addresses } from '../platform/environment.mjs';
import { startKafkaForTests } from '../platform/kafka.mjs';
import { kafkaLibraries } from '../platform/kafka-java.mjs';
import { openPlatform } from '../platform/platform.mjs';
import { freePorts } from '../platform/ports.mjs';
import { startPostgres } from '../platform/postgres.mjs';
import { root } from '../platform/root.mjs';
import { openServiceSwitch } from './service-switch.mjs';
import { servicesWithDatabase } from '../platform/services.mjs';
import { prepareDatabases, prepareTopics, startServices } from '../platform/start-services.mjs';
import { startCollector } from './collector.mjs';

const once = (make) => {
  let made;
  return () => (made ??= make());
};

/**
 * What tests stand on: real PostgreSQL and Kafka on free ports in folders that are thrown away. The integration tests have a
 * pair of their own; the end-to-end tests and the walks share a whole running platform, without the demo set.
 *
 * @param {{durable?: boolean}} options durable: PostgreSQL waits for the disk as in earnest (benchmarks)
 */
export function openGrounds({ durable = false } = {}) {
  const opened = [];
  const collectors = [];

  const open = async (name, { keepsSpans = false } = {}) => {
    const folder = mkdtempSync(join(tmpdir(), `mash-${name}-`));
    chmodSync(folder, 0o755); // PostgreSQL's own user has to pass it
    const logs = join(root, '.run', 'test-logs', name);
    const spans = join(folder, 'spans.jsonl');
    const collector = keepsSpans ? await startCollector(spans) : undefined;
    if (collector) collectors.push(collector);
    const platform = openPlatform({
      folder,
      logs,
      ...(collector && { collector: collector.url }),
      ports: await freePorts(),
      demo: true,
      say: (line) => console.log(line),
    });
    opened.push(platform);
    await Promise.all([startPostgres(platform, { durable }), startKafkaForTests(platform)]);
    return Object.assign(platform, { spans });
  };

  return {
    /** PostgreSQL and Kafka alone, as environment variables. */
    brokerAndDatabase: once(async () => brokerAndDatabase(await open('int'))),

    /** Every service, ready, as environment variables. */
    runningPlatform: once(async () => {
      const platform = await open('platform', { keepsSpans: true });
      await Promise.all([prepareDatabases(platform), prepareTopics(platform)]);
      await startServices(platform);
      void platform.failure.then((reason) => console.log(`The platform under test is no longer whole: ${reason}`));
      const { url } = await openServiceSwitch(platform);
      return { ...brokerAndDatabase(platform), ...runningServices(platform), MASH_TEST_SWITCH_URL: url };
    }),

    async close() {
      await Promise.all(opened.map((platform) => platform.stop()));
      await Promise.all(collectors.map((collector) => collector.stop()));
      const folders = opened.flatMap(({ folder, placedElsewhere }) => [folder, placedElsewhere]).filter(Boolean);
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const brokerAndDatabase = (platform) => ({
  MASH_TEST_POSTGRES: adminUrl(platform),
  MASH_TEST_KAFKA: platform.brokers,
  MASH_KAFKA_LIBS: kafkaLibraries,
});

/** MASH_TEST_IDENTITY_URL, MASH_TEST_<SERVICE>_URL, MASH_TEST_<SERVICE>_OWNER_DATABASE_URL; where secrets, logs and spans are. */
function runningServices(platform) {
  const { OIDC_ISSUER, ...urls } = addresses(platform);
  const owners = servicesWithDatabase().map(({ name }) => [
    `MASH_TEST_${name.toUpperCase().replaceAll('-', '_')}_OWNER_DATABASE_URL`,
    databaseUrl(platform, name, 'owner'),
  ]);
  return {
    MASH_TEST_IDENTITY_URL: OIDC_ISSUER,
    ...Object.fromEntries(Object.entries(urls).map(([name, url]) => [`MASH_TEST_${name}`, url])),
    ...Object.fromEntries(owners),
    MASH_TEST_SECRETS: platform.secretsPath,
    MASH_TEST_LOGS: platform.logs,
    MASH_TEST_SPANS: platform.spans,
  };
}
