import { execFileSync, spawnSync } from 'node:child_process';

const idOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));

/**
 * Who runs the PostgreSQL server: it refuses to run as root, so there it is the system's user `postgres`, made if missing.
 * @returns {{uid?: number, gid?: number}} empty where the caller itself may run it
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return {};
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
}

/** Whether that account can pass every folder down to `path` and enter (or run) it. */
export function canPass(account, path) {
  if (account.uid === undefined) return true;
  return spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
}
