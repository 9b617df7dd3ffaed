import { setTimeout as wait } from 'node:timers/promises';

/** Does something every so many milliseconds, never twice at once, until it is ended. `onFailure` hears what was thrown; the next turn comes all the same. */
export class Repeating {
  private readonly ending = new AbortController();
  private readonly work: Promise<void>;

  constructor(everyMs: number, turn: () => Promise<void>, onFailure: (error: unknown) => void) {
    this.work = this.run(everyMs, turn, onFailure);
  }

  /** Resolves when the turn in hand is over. */
  async end(): Promise<void> {
    this.ending.abort();
    await this.work;
  }

  private async run(everyMs: number, turn: () => Promise<void>, onFailure: (error: unknown) => void): Promise<void> {
    const { signal } = this.ending;
    for (;;) {
      await wait(everyMs, undefined, { signal }).catch(() => undefined); // cut short by `end`
      if (signal.aborted) return;
      await turn().catch(onFailure);
    }
  }
}
