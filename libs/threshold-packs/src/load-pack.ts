import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishPack } from './publish/publish-pack';
import type { Pack } from './schema/pack';

/** The shipped packs lie beside `src` and `dist`, so that both find them. */
const PACKS = join(__dirname, '..', 'packs');
const SAFE = /^[a-z][a-z-]*$/;
const VERSION_FILE = /^(\d{4}\.\d+)\.yaml$/;

const loaded = new Map<string, Pack>();

/** @returns the ids of the shipped packs, in order. */
export function packIds(): string[] {
  const folders = readdirSync(PACKS, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && SAFE.test(entry.name),
  );
  return folders.map(({ name }) => name).sort();
}

/** @returns the versions of a pack, oldest first; none where there is no such pack. */
export function packVersions(id: string): string[] {
  if (!packIds().includes(id)) return [];
  const versions = readdirSync(join(PACKS, id)).flatMap((name) => VERSION_FILE.exec(name)?.[1] ?? []);
  return versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/**
 * Reads, checks and keeps a shipped pack.
 * @throws RangeError where there is no such pack or version
 * @throws Error where the file cannot be published; the message lists every problem
 */
export function loadPack(id: string, version: string): Pack {
  const kept = loaded.get(`${id}@${version}`);
  if (kept) return kept;
  if (!packVersions(id).includes(version)) throw new RangeError(`There is no pack ${id} ${version}`);
  const publication = publishPack(readFileSync(join(PACKS, id, `${version}.yaml`), 'utf8'));
  if (!publication.published) throw new Error(`Pack ${id} ${version}: ${publication.problems.join('; ')}`);
  const { pack } = publication;
  if (pack.id !== id || pack.version !== version)
    throw new Error(`Pack ${id} ${version} calls itself ${pack.id} ${pack.version}`);
  loaded.set(`${id}@${version}`, pack);
  return pack;
}

/** The newest shipped version of a pack: what a new enquiry is pinned to. */
export function loadCurrentPack(id: string): Pack {
  const version = packVersions(id).at(-1);
  if (version === undefined) throw new RangeError(`There is no pack ${id}`);
  return loadPack(id, version);
}
