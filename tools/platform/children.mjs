import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Starts a process in a process group of its own, so that Ctrl-C in the terminal reaches the launcher and nobody else.
 * Its output goes to `log` without passing through the launcher, or to the terminal where no log is named. With `channel`, it
 * learns when the launcher is gone.
 */
export function startChild({ name, command, args, env, cwd, log, uid, gid, channel = false }) {
  const output = log ? openLog(log) : 'inherit';
  const stdio = ['ignore', output, output, ...(channel ? ['ipc'] : [])];
  const child = spawn(command, args, { env, cwd, uid, gid, stdio, detached: true });
  if (log) closeSync(output);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
  });
  const started = {
    name,
    log,
    pid: child.pid,
    line: [command, ...args].join(' '),
    ended,
    running: child.pid !== undefined,
  };
  void ended.then(() => (started.running = false));
  return started;
}

function openLog(path) {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'w');
}

/** Runs a command to its end and throws with its last lines if it fails. */
export async function runToEnd(options) {
  const child = startChild(options);
  options.onStart?.(child);
  const end = await child.ended;
  if (end !== 'ended with code 0') throw new Error(failureOf(child, end));
}

/** Why a child's end is the end of the start: its reason and the last lines it wrote. */
export function failureOf(child, end, lines = 25) {
  if (!child.log) return `${child.name} ${end}.`;
  const written = readFileSync(child.log, 'utf8').trimEnd().split('\n').slice(-lines);
  return `${child.name} ${end}. Last lines of ${child.log}:\n${written.map((line) => `  | ${line}`).join('\n')}`;
}

/** Asks a child to end; after `graceMs` ends its whole process group. */
export async function stopChild(child, { signal = 'SIGTERM', graceMs = 8000 } = {}) {
  if (!child.running) return;
  send(child.pid, signal);
  const asked = new AbortController();
  await Promise.race([child.ended, wait(graceMs, undefined, { signal: asked.signal }).catch(() => undefined)]);
  asked.abort();
  if (!child.running) return;
  send(-child.pid, 'SIGKILL');
  await child.ended;
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it ended between the look and the signal
  }
}
