import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd, startChild } from './children.mjs';
import { kafkaProperties } from './kafka-properties.mjs';
import { root } from './root.mjs';
import { waitForLog } from './ready.mjs';

const pom = join(root, 'deploy', 'kafka', 'pom.xml');
const logging = join(root, 'deploy', 'kafka', 'log4j2.properties');

/** Kafka's jars, copied once by Maven; kept over runs and shared by `npm start` and the tests. */
export const kafkaLibraries = join(root, '.run', 'kafka-libs');

/** @returns {{found?: string, missing?: string}} which Java with Maven is here, or what is not */
export function javaAndMaven() {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(java.stderr ?? '')?.[1] ?? 0);
  if (version < 17) return { missing: version ? `Java ${version} is too old` : 'no Java on the PATH' };
  const maven = spawnSync('mvn', ['--version'], { encoding: 'utf8' });
  if (maven.status !== 0 && !librariesComplete()) return { missing: `Java ${version}, but no Maven on the PATH` };
  return { found: `Java ${version} with Maven` };
}

/** Copies the pinned jars of deploy/kafka/pom.xml if they are not there yet. */
export async function fetchKafkaLibraries(platform) {
  if (librariesComplete()) return;
  platform.say('Kafka: fetching its libraries with Maven, once');
  rmSync(kafkaLibraries, { recursive: true, force: true });
  await runToEnd({
    name: 'Maven',
    command: 'mvn',
    args: ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${kafkaLibraries}`],
    env: process.env,
    cwd: root,
    log: join(platform.logs, 'maven.log'),
    onStart: platform.watchToEnd,
  });
  writeFileSync(join(kafkaLibraries, 'complete'), pomStamp());
}

/** What its JVM may take: enough for the topics of one platform, unless somebody has many more. */
export const heapOf = ({ kafkaHeap = '256m' }) => kafkaHeap;

/** Starts Kafka on Java and waits until it serves. */
export async function startJavaKafka(platform) {
  await fetchKafkaLibraries(platform);
  const properties = await format(platform);
  const child = startChild({
    name: 'Kafka',
    ...java(platform, ['kafka.Kafka', properties]),
    log: join(platform.logs, 'kafka.log'),
  });
  platform.watch(child, { stage: 'kafka', graceMs: 8000 });
  await waitForLog(child, 'Kafka Server started');
}

/** Writes the settings and, once, the storage; topics belong to one set of secrets, like the databases that fill them. */
async function format(platform) {
  const folder = join(platform.folder, 'kafka', platform.secrets.id);
  const [properties, formatted] = [join(folder, 'server.properties'), join(folder, 'data', 'meta.properties')];
  mkdirSync(folder, { recursive: true });
  const { ports } = platform;
  const lines = kafkaProperties({
    port: ports.kafka,
    controllerPort: ports['kafka-controller'],
    data: join(folder, 'data'),
  });
  writeFileSync(
    properties,
    Object.entries(lines)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  if (existsSync(formatted)) return properties;
  await runToEnd({
    name: 'Kafka format',
    ...java(platform, ['kafka.tools.StorageTool', 'format', '-t', platform.secrets.kafkaClusterId, '-c', properties]),
    log: join(platform.logs, 'kafka-format.log'),
    onStart: platform.watchToEnd,
  });
  return properties;
}

function java(platform, args) {
  const memory = [`-Xmx${heapOf(platform)}`, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  return {
    command: 'java',
    args: [...memory, `-Dlog4j2.configurationFile=${logging}`, '-cp', join(kafkaLibraries, '*'), ...args],
    env: process.env,
    cwd: platform.folder,
  };
}

const pomStamp = () => createHash('sha256').update(readFileSync(pom)).digest('hex');

function librariesComplete() {
  const mark = join(kafkaLibraries, 'complete');
  return existsSync(mark) && readFileSync(mark, 'utf8') === pomStamp();
}
