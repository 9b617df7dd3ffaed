import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startChild } from './children.mjs';
import { heapOf } from './kafka-java.mjs';
import { kafkaProperties } from './kafka-properties.mjs';
import { waitForLog } from './ready.mjs';

/** The same release as deploy/kafka/pom.xml and docker-compose.yml. */
const image = 'apache/kafka:4.3.0';
const docker = (args, timeout) => promisify(execFile)('docker', args, { timeout });

/** Whether a Docker engine answers; a client without an engine is none. */
export async function dockerAnswers() {
  const reply = await docker(['info', '--format', '{{.ServerVersion}}'], 5000).catch(() => undefined);
  return Boolean(reply?.stdout.trim());
}

/** Starts Kafka in a container that ends with the launcher; its data is in a volume that stays. */
export async function startDockerKafka(platform) {
  const { ports } = platform;
  const name = containerName(platform);
  platform.say(`Kafka: ${image} in Docker`);
  await docker(['image', 'inspect', image], 10_000).catch(() => docker(['pull', image], 300_000));
  await docker(['rm', '--force', name], 20_000).catch(() => undefined); // one that an ended launcher left
  const child = startChild({
    name: 'Kafka',
    command: 'docker',
    args: [
      'run',
      '--rm',
      '--init',
      '--name',
      name,
      ...publish(ports),
      ...volume(name),
      ...environment(platform),
      image,
    ],
    env: process.env,
    log: join(platform.logs, 'kafka.log'),
  });
  platform.watch(child, {
    stage: 'kafka',
    graceMs: 8000,
    after: () => docker(['rm', '--force', name], 10_000).catch(() => undefined),
  });
  await waitForLog(child, 'Kafka Server started', 90);
}

/** One container and one volume for each set of secrets: topics of another platform would speak of enquiries unknown here. */
function containerName({ folder, secrets }) {
  return `mash-kafka-${createHash('sha256').update(`${folder}\n${secrets.id}`).digest('hex').slice(0, 12)}`;
}

const publish = (ports) => ['--publish', `127.0.0.1:${ports.kafka}:${ports.kafka}`];

const volume = (name) => ['--volume', `${name}:/var/lib/kafka/data`];

function environment(platform) {
  const { ports, secrets } = platform;
  const properties = kafkaProperties({
    bind: '0.0.0.0',
    port: ports.kafka,
    controllerPort: ports['kafka-controller'],
    data: '/var/lib/kafka/data',
  });
  const variables = Object.entries(properties).map(
    ([key, value]) => `KAFKA_${key.replaceAll('.', '_').toUpperCase()}=${value}`,
  );
  const heap = `KAFKA_HEAP_OPTS=-Xmx${heapOf(platform)}`;
  return [...variables, heap, `CLUSTER_ID=${secrets.kafkaClusterId}`].flatMap((variable) => ['--env', variable]);
}
