import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { failureOf, stopChild } from './children.mjs';
import { keptSecrets } from './secrets.mjs';

/** What stops before what: the services can still finish their work while Kafka and PostgreSQL serve them. */
const stages = ['work', 'kafka', 'postgres'];

/**
 * One platform on this machine: where it keeps its things, its ports and secrets, and every process it started.
 *
 * @param {object} options
 * @param {string} options.folder data, logs and secrets go here
 * @param {Record<string, number>} options.ports by service name; also postgres, kafka, kafka-controller
 * @param {boolean} options.demo whether dev-identity gives demo tokens
 * @param {(line: string) => void} options.say tells the person at the terminal
 * @param {string} [options.logs] one file for each process
 * @param {object} [options.tuning] further settings of the services, by name; empty ones are left out
 * @param {string} [options.collector] address of an OpenTelemetry collector
 * @param {(child: object) => void} [options.onChild] hears of each process
 */
export function openPlatform({
  folder,
  ports,
  demo,
  topicPrefix = '',
  say,
  logs = join(folder, 'logs'),
  collector = '',
  tuning = {},
  onChild,
}) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const watched = [];
  let stopped;
  let fail;

  const keep = (child, stage, options) => {
    onChild?.(child);
    if (stopped) return void stopChild(child, options); // started while everything was told to stop
    watched.push({ child, stage, options });
  };
  const wasAsked = new WeakSet();
  const stopStage = (stage) =>
    Promise.all(
      watched
        .filter((entry) => entry.stage === stage)
        .map(({ child, options }) => stopChild(child, options).then(() => options?.after?.())),
    );

  return {
    folder,
    ports,
    demo,
    topicPrefix,
    collector,
    tuning,
    say,
    logs,
    secrets: keptSecrets(join(folder, 'secrets.json')),
    secretsPath: join(folder, 'secrets.json'),

    /** Settles with the reason when a process ends that nobody asked to end. */
    failure: new Promise((resolve) => (fail = resolve)),

    /** Keeps a process that has to stay: its end is the end of the platform. */
    watch(child, { stage = 'work', ...options } = {}) {
      keep(child, stage, options);
      void child.ended.then((end) => stopped ?? (wasAsked.has(child) ? undefined : fail(failureOf(child, end))));
    },

    /** Stops one process on purpose and leaves the others be: what they do without it is what a test wants to see. */
    async stopOne(name) {
      const found = watched.find(({ child }) => child.name === name && child.running);
      if (found === undefined) throw new Error(`${name} does not run`);
      wasAsked.add(found.child);
      await stopChild(found.child, found.options);
    },

    /** Keeps a process that ends by itself, such as a migration, so that it too is stopped by Ctrl-C. */
    watchToEnd: (child) => keep(child, 'work'),

    /** Stops everything: services, then Kafka, then PostgreSQL. */
    stop() {
      stopped ??= stages.reduce((before, stage) => before.then(() => stopStage(stage)), Promise.resolve());
      return stopped;
    },
  };
}
