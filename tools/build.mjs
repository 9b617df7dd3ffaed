/**
 * Compiles every app and library with swc into its own `dist/`, and copies what is not TypeScript (templates, YAML, JSON) beside it.
 * A package whose sources have not changed since its last build is left alone. Types are checked apart (`npm run types`): this
 * is only the fast way from source to something that runs.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import swc from '@swc/core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Specs, their scenarios and the folders that only they read: none of it is shipped. */
const isTest = (path) => /\.(spec|scenarios)\.ts$|\/src\/(.*\/)?(testing|specs|oracle|scenarios)\//.test(path);
const stampName = '.built-from';

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error) => {
    if (error.code === 'ENOENT') return []; // a package without sources yet
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((path) => !isTest(path)).sort();
}

/** How we compile is part of what a package was built from. */
async function toolsHash() {
  const parts = ['tools/build.mjs', '.swcrc', 'node_modules/@swc/core/package.json'].map((name) =>
    readFile(join(root, name)),
  );
  return createHash('sha256')
    .update(Buffer.concat(await Promise.all(parts)))
    .digest('hex');
}

function stampOf(src, sources, tools) {
  const hash = createHash('sha256').update(tools);
  for (const { path, text } of sources) hash.update(`${relative(src, path)}\0${text.length}\0`).update(text);
  return hash.digest('hex');
}

async function buildPackage(folder, tools) {
  const [src, dist] = [join(folder, 'src'), join(folder, 'dist')];
  const paths = await filesBelow(src);
  const sources = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path) })));
  const stamp = stampOf(src, sources, tools);
  const built = await readFile(join(dist, stampName), 'utf8').catch(() => undefined);
  if (built === stamp) return 0;

  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  for (const { path, text } of sources) await compileOrCopy(path, text.toString(), join(dist, relative(src, path)));
  await writeFile(join(dist, stampName), stamp);
  return 1;
}

async function compileOrCopy(path, text, target) {
  await mkdir(dirname(target), { recursive: true });
  if (extname(path) !== '.ts') return cp(path, target);
  const { code } = await swc.transform(text, { cwd: root, filename: path, swcrc: true });
  return writeFile(target.replace(/\.ts$/, '.js'), code);
}

const tools = await toolsHash();
const groups = ['libs', 'apps'];
const packages = (
  await Promise.all(groups.map(async (g) => (await readdir(join(root, g))).map((n) => join(root, g, n))))
).flat();
const built = await Promise.all(packages.map((folder) => buildPackage(folder, tools)));
console.log(
  `Built ${built.reduce((sum, one) => sum + one, 0)} of ${packages.length} packages; the others had not changed`,
);

// The console's style sheet and scripts lie in its dist too, which a build of its sources empties.
await import('../apps/web-console/tools/build-assets.mjs');
