import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { root } from './root.mjs';

const read = (name) => {
  const path = join(root, name);
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
};

/**
 * The settings of this checkout: `.env.example`, then `.env`, then the environment; the later wins.
 * @param own what `.env` holds
 * @returns {Record<string, string>} only names that `.env.example` lists: it is the whole set
 */
export function readSettings(environment = process.env, own = read('.env')) {
  const defaults = read('.env.example');
  return Object.fromEntries(
    Object.keys(defaults).map((name) => [name, environment[name] ?? own[name] ?? defaults[name]]),
  );
}
