import { runCommandTier } from './command-tier.mjs';
import { findChromium } from './chromium.mjs';
import { drawnSeed } from './drawn-seed.mjs';
import { runJestTier } from './jest-tier.mjs';

const command = (name, args) => ({ name, sharesNothing: true, run: () => runCommandTier(name, args) });
const npmScript = (name) => command(name, ['npm', ['run', '--silent', name]]);

/**
 * What `npm test` runs, in this order. A tier answers `{ passed, failed }`. `minutes` is its limit; `testSeconds` that of one
 * test or hook in it. Those that `sharesNothing` run side by side, before the others. One that is `onlyWhenNamed` is left out of a plain `npm test`.
 */
export const tiers = [
  npmScript('format'),
  npmScript('lint'),
  npmScript('types'),
  command('build', [process.execPath, ['tools/build.mjs']]),
  { name: 'unit', run: () => runJestTier('unit', { minutes: 5, testSeconds: 10 }) },
  {
    name: 'int',
    run: async (grounds) =>
      runJestTier('int', { env: await grounds.brokerAndDatabase(), minutes: 20, testSeconds: 60 }),
  },
  {
    // The console on stubs: each spec has its own, so that two go on at once, and no service runs beside them yet.
    name: 'browser',
    run: async (grounds) => {
      const env = { CHROMIUM_PATH: findChromium(), ...(await grounds.brokerAndDatabase()) };
      return runJestTier('browser', { env, minutes: 20, testSeconds: 240 });
    },
  },
  {
    name: 'e2e',
    run: async (grounds) =>
      runJestTier('e2e', { env: await grounds.runningPlatform(), minutes: 15, testSeconds: 90, inBand: true }),
  },
  {
    // The same browser before the running platform.
    name: 'walk',
    run: async (grounds) => {
      const env = { CHROMIUM_PATH: findChromium(), ...(await grounds.runningPlatform()) };
      return runJestTier('walk', { env, minutes: 15, testSeconds: 240, inBand: true });
    },
  },
  {
    name: 'full',
    onlyWhenNamed: true,
    run: () => {
      const seed = drawnSeed(process.env);
      console.log(`The random questions are those of MASH_SEED=${seed}`);
      return runJestTier('unit', { env: { MASH_FULL: '1', MASH_SEED: seed }, minutes: 30, testSeconds: 10 });
    },
  },
];
