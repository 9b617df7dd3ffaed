import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The command line of a live process, or undefined. A process id alone proves nothing: ids are used again. */
function commandLine(pid) {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

const isStill = ({ pid, line }) => commandLine(pid) === line;

/**
 * The record of what a launcher started from this checkout. A launcher that was killed leaves PostgreSQL and Kafka behind: the
 * next one ends them first. One that still runs keeps the folder to itself.
 */
export async function claimRunFolder(path, say) {
  const earlier = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  if (earlier && isStill(earlier.launcher)) {
    throw new Error(
      `This checkout is running already (process ${earlier.launcher.pid}). Stop it with Ctrl-C in its window first.`,
    );
  }
  const left = (earlier?.children ?? []).filter(isStill);
  if (left.length > 0)
    say(`Ending ${left.map(({ name }) => name).join(', ')}, left over from a launcher that was killed`);
  await endAll(left);

  const record = { launcher: { pid: process.pid, line: commandLine(process.pid) }, children: [] };
  const write = () => writeFileSync(path, JSON.stringify(record));
  mkdirSync(dirname(path), { recursive: true });
  write();
  return {
    add({ name, pid, line }) {
      record.children.push({ name, pid, line });
      write();
    },
    release: () => rmSync(path, { force: true }),
  };
}

async function endAll(left) {
  for (const { name, pid } of left) signal(pid, name === 'PostgreSQL' ? 'SIGINT' : 'SIGTERM');
  for (let tries = 0; tries < 100 && left.some(isStill); tries += 1) await wait(100);
  for (const { pid } of left.filter(isStill)) signal(-pid, 'SIGKILL');
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // ended by itself meanwhile
  }
}
