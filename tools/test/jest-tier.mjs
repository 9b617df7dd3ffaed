import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startChild, stopChild } from '../platform/children.mjs';
import { root } from '../platform/root.mjs';
import { children } from './children-of-the-run.mjs';

/** Jest has written its results, so what still runs is a handle that a test left open. */
const secondsToEndAfterResults = 20;

/** Modules of specs that are over stay in a worker's heap: beyond this another takes its place, or collecting garbage costs more than the tests. */
const mostMemoryOfAWorker = '1500MB';

function hasSpecs(tier) {
  const skipped = /(^|\/)(node_modules|dist)(\/|$)/;
  return ['apps', 'libs', 'tools'].some((folder) =>
    readdirSync(join(root, folder), { recursive: true }).some(
      (path) => path.endsWith(`.${tier}.spec.ts`) && !skipped.test(path),
    ),
  );
}

/** Runs the specs of one tier and counts their tests. A test that was skipped has not passed: it counts as failed. */
export async function runJestTier(tier, { env = {}, minutes, testSeconds, inBand = false }) {
  if (!hasSpecs(tier)) {
    console.log(`No ${tier} specs yet`);
    return { passed: 0, failed: 0 };
  }
  const results = join(root, '.run', 'test-results', `${tier}.json`);
  mkdirSync(join(root, '.run', 'test-results'), { recursive: true });
  rmSync(results, { force: true });
  const jest = startChild({
    name: `jest ${tier}`,
    command: process.execPath,
    args: [
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      ...['--selectProjects', tier, '--json', `--outputFile=${results}`, `--testTimeout=${testSeconds * 1000}`],
      ...(inBand ? ['--runInBand'] : ['--maxWorkers=2', `--workerIdleMemoryLimit=${mostMemoryOfAWorker}`]),
    ],
    env: { ...process.env, ...env },
    cwd: root,
  });
  children.add(jest);
  const overrun = await endOrOverrun(jest, results, minutes);
  return count(tier, results, overrun);
}

/** @returns {Promise<string | undefined>} why Jest had to be ended, if it did */
async function endOrOverrun(jest, results, minutes) {
  const deadline = Date.now() + minutes * 60_000;
  let writtenAt;
  while (jest.running) {
    await wait(250);
    if (existsSync(results)) writtenAt ??= Date.now();
    const openHandles = writtenAt !== undefined && Date.now() - writtenAt > secondsToEndAfterResults * 1000;
    if (!openHandles && Date.now() < deadline) continue;
    await stopChild(jest, { signal: 'SIGTERM', graceMs: 3000 });
    return openHandles
      ? 'its tests ended, but something they opened was left open'
      : `it took more than ${minutes} minutes`;
  }
  return undefined;
}

function count(tier, results, overrun) {
  if (overrun) console.log(`${tier}: Jest was ended: ${overrun}`);
  if (!existsSync(results)) {
    console.log(`${tier}: Jest wrote no results`);
    return { passed: 0, failed: 1 };
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  const skipped = numPendingTests + numTodoTests;
  if (skipped > 0) console.log(`${tier}: ${skipped} tests were skipped: they count as failed`);
  const brokenSuites = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const nothingRan = numPassedTests + numFailedTests + skipped + brokenSuites === 0;
  return {
    passed: numPassedTests,
    failed: numFailedTests + skipped + brokenSuites + (overrun ? 1 : 0) + (nothingRan ? 1 : 0),
  };
}
