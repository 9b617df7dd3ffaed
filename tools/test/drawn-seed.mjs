import { randomInt } from 'node:crypto';

/**
 * The seed of a full run's random questions: another one each time, so that runs add up, or that of a run that failed, given again.
 * @param {Record<string, string | undefined>} env
 * @returns {string}
 */
export function drawnSeed({ MASH_SEED: given }) {
  if (given === undefined) return String(randomInt(2 ** 31));
  if (!/^\d{1,10}$/.test(given)) throw new Error('MASH_SEED is a whole number: the one that a full run printed.');
  return given;
}
