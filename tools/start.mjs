/**
 * `npm start`: everything on one machine, from a bare clone to a page one can sign in at. Ctrl-C stops all of it.
 * Needs nothing but Node until it has installed the rest.
 */
import { join } from 'node:path';
import { loadDemo, printDemoPeople } from './platform/demo.mjs';
import { buildWhatChanged, installIfMissing } from './platform/installed.mjs';
import { startKafka } from './platform/kafka.mjs';
import { openPlatform } from './platform/platform.mjs';
import { fixedPorts, requireFree } from './platform/ports.mjs';
import { startPostgres } from './platform/postgres.mjs';
import { root } from './platform/root.mjs';
import { claimRunFolder } from './platform/running.mjs';
import { readSettings } from './platform/settings.mjs';
import { prepareDatabases, prepareTopics, startServices } from './platform/start-services.mjs';

const say = (line) => console.log(line);

/** Kafka needs no dependency of ours, so it starts while they are installed. */
async function bringUp(platform) {
  const kafka = startKafka(platform).then(() => say('Kafka is ready'));
  const databases = async () => {
    await installIfMissing(platform);
    await buildWhatChanged(platform);
    await startPostgres(platform);
    say(`PostgreSQL is ready on port ${platform.ports.postgres}`);
    await prepareDatabases(platform);
  };
  await Promise.all([kafka, databases()]);
  await prepareTopics(platform);
  say('Databases and topics are ready; starting the services');
  await startServices(platform);

  say(`READY http://localhost:${platform.ports['web-console']}`);
  await printDemoPeople(platform);
  say(`Logs are in ${platform.logs}. Ctrl-C stops everything.`);
  await loadDemo(platform);
}

/** Settles when the person asks for the end. */
const askedToStop = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(undefined));
  });

async function main() {
  const settings = readSettings();
  const folder = join(root, '.run');
  const claim = await claimRunFolder(join(folder, 'running.json'), say);
  const ports = fixedPorts(settings);
  const { kafka, 'kafka-controller': controller, ...others } = ports;
  await requireFree(settings.KAFKA_BROKERS ? others : { ...others, kafka, 'kafka-controller': controller });

  const demo = settings.MASH_DEMO !== 'off';
  const { TOPIC_PREFIX: topicPrefix, OTEL_EXPORTER_OTLP_ENDPOINT: collector } = settings;
  const tuning = {
    MISSING_EVENT_PATIENCE_MINUTES: settings.MISSING_EVENT_PATIENCE_MINUTES,
    SHARING_PUBLIC_KEYS_EARLIER: settings.SHARING_PUBLIC_KEYS_EARLIER,
    LEGAL_FRAME_CHECKED: settings.LEGAL_FRAME_CHECKED,
  };
  const platform = openPlatform({ folder, ports, demo, topicPrefix, collector, tuning, say, onChild: claim.add });
  const stopAsked = askedToStop();
  const neverEnds = new Promise(() => undefined);
  const failedToStart = bringUp(platform).then(
    () => neverEnds,
    (error) => error.message,
  );
  const reason = await Promise.race([failedToStart, platform.failure, stopAsked]);
  if (reason) console.error(`\nThe platform stops: ${reason}\n`);
  else say('Stopping the services, then Kafka, then PostgreSQL');
  await platform.stop();
  claim.release();
  say('Stopped');
  return reason ? 1 : 0;
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 1;
});
process.exit();
