/**
 * `npm test [-- tier...]`: every check and every test there is, on real parts; the last line is `N passed, N failed`.
 * Needs nothing but Node until it has installed the rest.
 */
import { stopChild } from './platform/children.mjs';
import { buildWhatChanged, installIfMissing } from './platform/installed.mjs';
import { children } from './test/children-of-the-run.mjs';
import { openGrounds } from './test/grounds.mjs';
import { tiers } from './test/tiers.mjs';

const say = (line) => console.log(line);
const watchToEnd = (child) => children.add(child);

function chosenTiers(names) {
  const unknown = names.filter((name) => !tiers.some((tier) => tier.name === name));
  if (unknown.length > 0)
    throw new Error(`No tier ${unknown.join(', ')}. There are: ${tiers.map(({ name }) => name).join(', ')}.`);
  return tiers.filter(({ name, onlyWhenNamed }) => (names.length === 0 ? !onlyWhenNamed : names.includes(name)));
}

/** Checks that share nothing run at once, so that the processors are not idle; every other tier has the machine to itself. */
function sideBySide(chosen) {
  const checks = chosen.filter(({ sharesNothing }) => sharesNothing);
  const others = chosen.filter((tier) => !checks.includes(tier)).map((tier) => [tier]);
  return checks.length > 0 ? [checks, ...others] : others;
}

/** A tier that cannot run (no broker, no browser) has failed, and says how to get what is missing. */
async function runTier(tier, grounds) {
  const startedAt = Date.now();
  say(`\n=== ${tier.name}`);
  const counted = await tier.run(grounds).catch((error) => {
    console.error(`${tier.name} could not run: ${error.message}`);
    return { passed: 0, failed: 1 };
  });
  return { name: tier.name, ...counted, seconds: Math.round((Date.now() - startedAt) / 1000) };
}

function report(results) {
  say('\nTier       passed  failed  seconds');
  for (const { name, passed, failed, seconds } of results) {
    say(`${name.padEnd(9)}${String(passed).padStart(8)}${String(failed).padStart(8)}${String(seconds).padStart(9)}`);
  }
  const sum = (what) => results.reduce((total, one) => total + one[what], 0);
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

async function main() {
  const chosen = chosenTiers(process.argv.slice(2));
  const grounds = openGrounds();
  const stop = () =>
    Promise.all([grounds.close(), ...[...children].map((child) => stopChild(child, { graceMs: 3000 }))]);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void stop().finally(() => process.exit(130)));

  await installIfMissing({ say, watchToEnd });
  const buildsFirst = !chosen.some(({ name }) => name === 'build');
  if (buildsFirst && chosen.some(({ name }) => ['browser', 'e2e', 'walk'].includes(name)))
    await buildWhatChanged({ watchToEnd });
  const results = [];
  for (const together of sideBySide(chosen)) {
    results.push(...(await Promise.all(together.map((tier) => runTier(tier, grounds)))));
  }
  await stop();
  return report(results);
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  return 1;
});
process.exit();
