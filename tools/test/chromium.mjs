import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { readSettings } from '../platform/settings.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The browser for the browser tests: CHROMIUM_PATH, else the first of the usual names on the PATH.
 * @throws saying how to get one
 */
export function findChromium() {
  const named = readSettings().CHROMIUM_PATH;
  const candidates = named
    ? [named]
    : (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    named
      ? `CHROMIUM_PATH names ${named}, which is not there.`
      : 'No Chromium on the PATH. Install it (Debian: apt-get install chromium) or name one with CHROMIUM_PATH.',
  );
}
