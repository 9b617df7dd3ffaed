import { readSettings } from './settings.mjs';
import { answers } from './ports.mjs';
import { dockerAnswers, startDockerKafka } from './kafka-docker.mjs';
import { javaAndMaven, startJavaKafka } from './kafka-java.mjs';

const none = `No Kafka. One of these is needed:
  - KAFKA_BROKERS=host:port in the environment or in .env, naming a Kafka that runs;
  - Docker, with an engine that answers "docker info";
  - Java 17 or later with Maven (Debian: apt-get install default-jre-headless maven; macOS: brew install maven).`;

/**
 * Finds a Kafka and starts it where it is ours to start: KAFKA_BROKERS if set, else Docker where an engine answers, else Java
 * with Maven. Says which; throws, saying what to do, where there is none. Sets `platform.brokers`.
 */
export async function startKafka(platform) {
  const brokers = readSettings().KAFKA_BROKERS;
  if (brokers) return useRunningKafka(platform, brokers);
  platform.brokers = `127.0.0.1:${platform.ports.kafka}`;
  const withoutDocker = (await dockerAnswers()) ? await tryDocker(platform) : 'no Docker engine answers';
  if (!withoutDocker) return;
  const java = javaAndMaven();
  if (!java.found) throw new Error(`${none}\n(Here: ${withoutDocker}; ${java.missing}.)`);
  platform.say(`Kafka: Apache Kafka on ${java.found} (${withoutDocker})`);
  await startJavaKafka(platform);
}

/**
 * A Kafka of the tests' own, on Java: theirs is killed in mid-flow and never shared. Each spec has topics of its own in it, some ten thousand partitions in
 * all by the last: with the heap of one platform it stood still and ended.
 * @throws saying how to get what is missing
 */
export async function startKafkaForTests(platform) {
  platform.brokers = `127.0.0.1:${platform.ports.kafka}`;
  platform.kafkaHeap = '1g';
  const java = javaAndMaven();
  if (java.found) return startJavaKafka(platform);
  if (!(await dockerAnswers())) throw new Error(`${none}\n(Here: ${java.missing}, and no Docker engine answers.)`);
  await startDockerKafka(platform);
}

async function useRunningKafka(platform, brokers) {
  platform.brokers = brokers;
  platform.say(`Kafka: the one at ${brokers} (KAFKA_BROKERS)`);
  for (const broker of brokers.split(',')) {
    const [host, port] = broker.trim().split(':');
    if (!(await answers(host, Number(port))))
      throw new Error(`KAFKA_BROKERS names ${broker}, and nothing answers there.`);
  }
}

/** @returns why Docker could not be used; nothing if it runs */
async function tryDocker(platform) {
  try {
    await startDockerKafka(platform);
    return undefined;
  } catch (error) {
    platform.say(`Docker answers, but its Kafka did not start: ${error.message}`);
    return 'Docker could not run it';
  }
}
