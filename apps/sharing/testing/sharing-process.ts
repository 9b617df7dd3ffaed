import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@mash/testing';

const MAIN = join(__dirname, '..', 'src', 'main.ts');
export const RUN_TYPESCRIPT = join(__dirname, 'run-typescript.cjs');
/** Everything is compiled as it is read, and the machine may be busy. */
const START_PATIENCE_MS = 90_000;

/** `sharing` as it runs in earnest: its own `main`, in a process of its own. */
export interface SharingProcess {
  readonly url: string;
  readonly pid: number;
  /** Ended, and gone. */
  readonly close: () => Promise<void>;
}

/**
 * Starts it and waits until it says that it is ready.
 * @param environment what it reads at start, without its port; nothing else of ours is passed on
 * @throws Error with what it wrote, where it ends before it is ready or never is
 */
export async function startSharingProcess(environment: Readonly<Record<string, string>>): Promise<SharingProcess> {
  const port = await freePort();
  const { PATH = '', TMPDIR = '/tmp' } = process.env;
  const child = fork(MAIN, [], {
    execArgv: ['--require', RUN_TYPESCRIPT],
    env: { PATH, TMPDIR, ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => written.push(part.toString()));
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const close = async (): Promise<void> => {
    if (isOver()) return;
    const over = once(child, 'exit');
    child.kill('SIGTERM');
    await over;
  };
  const url = `http://127.0.0.1:${port}`;
  const patience = AbortSignal.timeout(START_PATIENCE_MS);
  while (!(await isReady(url))) {
    if (isOver() || patience.aborted) {
      await close();
      throw new Error(`sharing did not start as a process of its own:\n${written.join('').slice(-4000)}`);
    }
    await wait(100);
  }
  return { url, pid: child.pid ?? 0, close };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
