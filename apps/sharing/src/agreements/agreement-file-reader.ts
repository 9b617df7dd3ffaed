import { Worker } from 'node:worker_threads';
import { CodedError } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import type { ReadFile } from '../domain/agreement-files/read-agreement-file';

/** How the thread is started that reads a file. */
export const FILE_THREAD = Symbol('FILE_THREAD');
export interface FileThread {
  readonly file: string;
  /** Arguments of Node, where it takes some to run that file. */
  readonly execArgv?: readonly string[];
  /** The longest that a file may take to be read. */
  readonly mostMs: number;
}

export const fileThread = (): FileThread => ({
  file: require.resolve('./read-agreement-file.worker'),
  mostMs: 15_000,
});

const TOO_LONG: ReadFile = {
  ok: false,
  faults: [
    {
      ...{ line: 1, field: '', code: 'FILE_TAKES_TOO_LONG' },
      message: 'This takes too long to read: no agreement is so large or so involved',
    },
  ],
};

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';
const isOutOfMemory = (error: unknown): boolean => (error as { code?: unknown } | undefined)?.code === OUT_OF_MEMORY;

/** Files that wait while another is read: more than a hub ever takes in at once, and few enough to be held in memory. */
export const MOST_WAITING = 8;

const tooMany = () =>
  new CodedError('SHARING.TOO_MANY_FILES', 503, 'Other files are being read. Try again in a minute.');
const left = () => new CodedError('SHARING.NOBODY_WAITS', 408, 'Whoever sent this file has gone.');

/**
 * Reads a file in a thread of its own: the largest that may come takes the parser a second or more, and a bad one far more, while the decisions and
 * releases of a whole hub would wait. One at a time, and each ends; a few wait for their turn, as long as somebody waits for them.
 */
@Injectable()
export class AgreementFileReader {
  private isReading = false;
  private readonly waiting = new Set<() => void>();

  constructor(@Inject(FILE_THREAD) private readonly thread: FileThread) {}

  /**
   * What `readAgreementFile` reads; a fault of the file where it cannot be read in time.
   * @param gone when whoever sent it waits no longer
   * @throws CodedError SHARING.TOO_MANY_FILES (503), SHARING.NOBODY_WAITS (408)
   */
  async read(text: string, gone: AbortSignal): Promise<ReadFile> {
    await this.turn(gone);
    try {
      return await this.inThread(text, gone);
    } finally {
      this.next();
    }
  }

  private async turn(gone: AbortSignal): Promise<void> {
    if (gone.aborted) throw left();
    if (!this.isReading) {
      this.isReading = true;
      return;
    }
    if (this.waiting.size >= MOST_WAITING) throw tooMany();
    await new Promise<void>((resolve, reject) => {
      const start = () => {
        gone.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.waiting.delete(start);
        reject(left());
      };
      gone.addEventListener('abort', leave, { once: true });
      this.waiting.add(start);
    });
  }

  private next(): void {
    const [start] = this.waiting;
    if (start === undefined) {
      this.isReading = false;
      return;
    }
    this.waiting.delete(start);
    start();
  }

  private async inThread(text: string, gone: AbortSignal): Promise<ReadFile> {
    const { file, execArgv = [], mostMs } = this.thread;
    const worker = new Worker(file, {
      workerData: text,
      ...(execArgv.length > 0 && { execArgv: [...execArgv] }),
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const end = () => void worker.terminate();
    const timer = setTimeout(end, mostMs);
    gone.addEventListener('abort', end, { once: true });
    try {
      const read = await outcomeOf(worker);
      if (gone.aborted) throw left();
      return read;
    } finally {
      clearTimeout(timer);
      gone.removeEventListener('abort', end);
      await worker.terminate();
    }
  }
}

const outcomeOf = (worker: Worker): Promise<ReadFile> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error) => {
      if (isOutOfMemory(error)) resolve(TOO_LONG);
      else reject(error);
    });
    worker.once('exit', () => resolve(TOO_LONG));
  });
