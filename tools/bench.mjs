/**
 * `npm run bench [-- name]`: runs tools/bench/<name>.bench.mjs, or all of them, one after another on an otherwise quiet machine,
 * with PostgreSQL and Kafka of their own (MASH_TEST_POSTGRES, MASH_TEST_KAFKA). Each prints its `RATIO <name> <value> aim ...` lines.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, stopChild } from './platform/children.mjs';
import { buildWhatChanged, installIfMissing } from './platform/installed.mjs';
import { root } from './platform/root.mjs';
import { children } from './test/children-of-the-run.mjs';
import { openGrounds } from './test/grounds.mjs';

const folder = join(root, 'tools', 'bench');
const suffix = '.bench.mjs';
const watchToEnd = (child) => children.add(child);

function chosenBenches(names) {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const all = files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`No benchmark ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  return names.length === 0 ? all : names;
}

async function runBench(name, env) {
  const args = ['--expose-gc', join(folder, `${name}${suffix}`)];
  const child = startChild({ name, command: process.execPath, args, env: { ...process.env, ...env }, cwd: root });
  children.add(child);
  const end = await child.ended;
  if (end !== 'ended with code 0') throw new Error(`The benchmark ${name} ${end}`);
}

async function main() {
  const benches = chosenBenches(process.argv.slice(2));
  const grounds = openGrounds({ durable: true });
  const stop = () =>
    Promise.all([grounds.close(), ...[...children].map((child) => stopChild(child, { graceMs: 3000 }))]);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    await installIfMissing({ say: console.log, watchToEnd });
    await buildWhatChanged({ watchToEnd });
    const env = await grounds.brokerAndDatabase();
    for (const name of benches) await runBench(name, env);
  } finally {
    await stop();
  }
}

process.exitCode = await main().then(
  () => 0,
  (error) => {
    console.error(error.message);
    return 1;
  },
);
process.exit();
