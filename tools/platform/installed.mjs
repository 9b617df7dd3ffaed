import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './children.mjs';
import { root } from './root.mjs';

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Whether node_modules holds what package-lock.json names, in those versions (packages for other machines aside). */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      !path.startsWith('node_modules/') ||
      wanted.optional ||
      wanted.peer ||
      wanted.link ||
      installed[path]?.version === wanted.version,
  );
}

/** Installs the dependencies if they are missing or of another version, in plain sight. */
export async function installIfMissing({ say, watchToEnd }) {
  if (isInstalled()) return;
  say('Installing the dependencies (npm ci)');
  const args = ['ci', '--include=dev', '--no-progress'];
  await runToEnd({ name: 'npm ci', command: 'npm', args, env: process.env, cwd: root, onStart: watchToEnd });
}

/** Compiles what has changed since the last time. */
export async function buildWhatChanged({ watchToEnd }) {
  const args = [join(root, 'tools', 'build.mjs')];
  await runToEnd({
    name: 'The build',
    command: process.execPath,
    args,
    env: process.env,
    cwd: root,
    onStart: watchToEnd,
  });
}
