/** Failures in a row of each thing that is tried again, and how long to wait before the next try. */
export class Backoff {
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly firstMs: number,
    private readonly mostMs: number,
  ) {}

  /** Counts one more failure; the number of failures so far. */
  fail(thing: string): number {
    const count = (this.failures.get(thing) ?? 0) + 1;
    this.failures.set(thing, count);
    return count;
  }

  /** Failures so far. */
  count(thing: string): number {
    return this.failures.get(thing) ?? 0;
  }

  /** Milliseconds to wait now: doubled at each failure, never more than the most. */
  waitMs(thing: string): number {
    return Math.min(this.mostMs, this.firstMs * 2 ** Math.min(20, (this.failures.get(thing) ?? 1) - 1));
  }

  forget(thing: string): void {
    this.failures.delete(thing);
  }
}
