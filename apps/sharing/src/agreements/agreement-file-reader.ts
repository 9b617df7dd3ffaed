import { Worker } from 'node:worker_threads';
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

/**
 * Reads a file in a thread of its own: the largest that may come takes the parser a second or more, and a bad one far more, while the decisions and
 * releases of a whole hub would wait. One at a time, and each ends.
 */
@Injectable()
export class AgreementFileReader {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(@Inject(FILE_THREAD) private readonly thread: FileThread) {}

  /** What `readAgreementFile` reads; a fault of the file where it cannot be read in time. */
  read(text: string): Promise<ReadFile> {
    const read = this.turn.then(() => this.inThread(text));
    this.turn = read.catch(() => undefined); // whoever waits for their turn is not told of another's file
    return read;
  }

  private async inThread(text: string): Promise<ReadFile> {
    const { file, execArgv = [], mostMs } = this.thread;
    const worker = new Worker(file, {
      workerData: text,
      ...(execArgv.length > 0 && { execArgv: [...execArgv] }),
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const timer = setTimeout(() => void worker.terminate(), mostMs);
    try {
      return await new Promise<ReadFile>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', (error) => {
          if (isOutOfMemory(error)) resolve(TOO_LONG);
          else reject(error);
        });
        worker.once('exit', () => resolve(TOO_LONG));
      });
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  }
}
