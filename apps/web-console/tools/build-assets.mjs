/**
 * Builds the console's style sheet and copies its scripts, icons and images into `dist/public`. Nothing is done where neither our
 * assets nor the two front-end packages have changed. Fonts are left out: GDS Transport is licensed for gov.uk only.
 *
 *   node apps/web-console/tools/build-assets.mjs
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const app = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(dirname(app));
const [assets, target] = [join(app, 'assets'), join(app, 'dist', 'public')];
const packages = join(root, 'node_modules');
const govuk = join(packages, 'govuk-frontend', 'dist', 'govuk');
const moj = join(packages, '@ministryofjustice', 'frontend', 'moj');
const stampFile = join(target, '.built-from');

const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

async function sourcesHash() {
  const own = (await readdir(assets)).sort().map((name) => join(assets, name));
  const versions = [
    join(packages, 'govuk-frontend', 'package.json'),
    join(packages, '@ministryofjustice', 'frontend', 'package.json'),
  ];
  const files = [fileURLToPath(import.meta.url), ...own, ...versions];
  return hashOf(...(await Promise.all(files.map((file) => readFile(file)))));
}

function styleSheet() {
  const options = { loadPaths: [root, assets], style: 'compressed', quietDeps: true, silenceDeprecations: ['import'] };
  return compile(join(assets, 'console.scss'), options).css;
}

/** MoJ's icons; never its crest or crown. */
async function copyImages() {
  const icons = (await readdir(join(moj, 'assets', 'images'))).filter((name) => name.startsWith('icon-'));
  await Promise.all(icons.map((name) => copyFile(join(moj, 'assets', 'images', name), join(target, 'images', name))));
  await copyFile(join(assets, 'favicon.svg'), join(target, 'images', 'favicon.svg'));
}

async function copyScripts() {
  const own = (await readdir(assets)).filter((name) => name.endsWith('.mjs')).map((name) => join(assets, name));
  const scripts = [...own, join(govuk, 'govuk-frontend.min.js'), join(moj, 'moj-frontend.min.js')];
  const withoutMap = async (path) => (await readFile(path, 'utf8')).replace(/\n?\/\/# sourceMappingURL=.*$/m, '');
  for (const path of scripts) await writeFile(join(target, 'js', path.split(/[\\/]/).at(-1)), await withoutMap(path));
}

async function build(stamp) {
  await rm(target, { recursive: true, force: true });
  for (const folder of ['css', 'js', 'images']) await mkdir(join(target, folder), { recursive: true });
  await writeFile(join(target, 'css', 'console.css'), styleSheet());
  await copyImages();
  await copyScripts();
  // Pages name this version in each address, so that a browser may keep what it has until the next release.
  await writeFile(join(target, 'version.json'), JSON.stringify({ version: stamp.slice(0, 12) }));
  await writeFile(stampFile, stamp);
}

const stamp = await sourcesHash();
const built = await readFile(stampFile, 'utf8').catch(() => undefined);
if (built === stamp) console.log('Assets of the console: not changed');
else {
  await build(stamp);
  console.log('Assets of the console: built');
}
